export { saveFile, savesAtOnce } from './save-file.h5';
