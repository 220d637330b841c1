export { openPdf } from './open-document.h5';
