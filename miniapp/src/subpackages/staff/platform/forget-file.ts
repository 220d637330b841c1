export { forgetFile } from './forget-file.h5';
