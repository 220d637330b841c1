import type { ScanOutcome } from './scan-outcome';

/** At a PC a scanner types into the field. */
export const scansCodes = false;

export const scanCode = async (): Promise<ScanOutcome> => 'failed';
