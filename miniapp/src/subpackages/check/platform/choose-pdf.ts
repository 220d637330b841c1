export { choosePdf, PDFS_COME_FROM } from './choose-pdf.h5';
