export { pageOrigin } from './page-origin.h5';
