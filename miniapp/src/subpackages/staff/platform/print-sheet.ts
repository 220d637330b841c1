export { printSheet } from './print-sheet.h5';
