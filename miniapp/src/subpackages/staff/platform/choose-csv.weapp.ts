import type { ChosenCsv } from './chosen-csv';

/** A list of addresses would have to go through a chat: it stays at the PC. */
export const handlesCsv = false;

export const chooseCsv = async (): Promise<ChosenCsv | null> => null;

export const chooseTable = chooseCsv;
