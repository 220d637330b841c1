export { randomBytes } from './random-bytes.h5';
