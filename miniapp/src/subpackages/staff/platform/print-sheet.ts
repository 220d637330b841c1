export { hasPrinter, printSheet } from './print-sheet.h5';
