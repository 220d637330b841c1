export { fetchToFile } from './fetch-to-file.h5';
