export { readHead } from './read-head.h5';
