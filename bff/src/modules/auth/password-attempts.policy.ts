/** How tries are slowed down. There is no lock: the longest pause is short enough to be waited for. */
export interface AttemptPolicy {
  /** Tries without a pause. The one after them is made too, and the first pause follows it. */
  readonly free: number;
}

/** One account, or one trusted device of it. */
export const ACCOUNT_ATTEMPTS: AttemptPolicy = { free: 4 };
/** One address; a whole office may sit behind it. */
export const ADDRESS_ATTEMPTS: AttemptPolicy = { free: 29 };

const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 15 * 60;
export const ATTEMPTS_FORGOTTEN_AFTER_SECONDS = 86_400;

/** Seconds to wait after so many failures: 0 … 0, 30, 60, 120 … 900. */
export const pauseAfter = (failures: number, { free }: AttemptPolicy): number =>
  failures <= free ? 0 : Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** Math.min(failures - free - 1, 10));
