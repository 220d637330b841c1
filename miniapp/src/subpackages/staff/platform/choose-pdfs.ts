export { choosePdfs } from './choose-pdfs.h5';
