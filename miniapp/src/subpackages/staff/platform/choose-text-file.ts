export { chooseTextFile } from './choose-text-file.h5';
