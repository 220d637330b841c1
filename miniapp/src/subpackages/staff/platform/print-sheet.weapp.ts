import type { PrintedSheet } from './printed-sheet';

export const hasPrinter = false;

/** WeChat prints nothing; the pages do not offer it there. */
export const printSheet = (_sheet: PrintedSheet): void => undefined;
