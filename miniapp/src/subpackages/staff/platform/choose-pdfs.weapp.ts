import type { ChosenCsv } from './chosen-csv';

/** Invoices come from the tax platform on a PC. */
export const choosePdfs = async (): Promise<readonly ChosenCsv[]> => [];
