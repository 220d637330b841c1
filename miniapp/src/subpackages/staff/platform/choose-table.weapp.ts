import type { ChosenFile } from './chosen-file';

/** A list of addresses would have to go through a chat: it stays at the PC. */
export const handlesTables = false;

export const chooseCsv = async (): Promise<ChosenFile | null> => null;

export const chooseTable = chooseCsv;
