import type { ChosenFile } from './chosen-file';

/** Invoices come from the tax platform on a PC. */
export const choosePdfs = async (): Promise<readonly ChosenFile[]> => [];
