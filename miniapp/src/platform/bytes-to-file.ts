export { bytesToFile } from './bytes-to-file.h5';
