import { chinaDate } from '@acceptance/shared';
import type { Logger } from 'pino';
import { type Anchor, appendAnchor, readAnchors } from './anchor-file';
import type { ChainEnd } from './record-hash';

export interface DailyAnchorDependencies {
  readonly readEnd: () => Promise<ChainEnd>;
  /** Null: the anchor goes to no file. */
  readonly file: string | null;
  /** Has the staff told; may be called again for the same day. */
  readonly tellStaff: (anchor: Anchor, day: string) => Promise<void>;
  readonly logger: Logger;
}

const HOUR_MS = 3_600_000;
/** Days begin at midnight in Beijing (UTC+8, no summer time). */
const dayOf = (at: Date): number => Math.floor((at.getTime() + 8 * HOUR_MS) / (24 * HOUR_MS));
const RETRY_MS = HOUR_MS / 12;

/**
 * Makes the function that anchors the chain once a day: its end is sent to the staff, appended to the file and logged. To
 * be called often; it does nothing until a new day has begun. Never throws: a failure is logged and repeated after five
 * minutes.
 */
export function createDailyAnchor({
  readEnd,
  file,
  tellStaff,
  logger,
}: DailyAnchorDependencies): (now: Date) => Promise<void> {
  let anchoredDay: number | null = null;
  let notBefore = 0;

  async function lastAnchoredDay(): Promise<number> {
    const last = file ? (await readAnchors(file)).at(-1) : undefined;
    return last ? dayOf(new Date(last.anchoredAt)) : Number.NEGATIVE_INFINITY;
  }

  async function anchor(now: Date): Promise<void> {
    anchoredDay ??= await lastAnchoredDay();
    if (dayOf(now) <= anchoredDay) {
      return;
    }
    const { seq, hash } = await readEnd();
    if (seq === 0) {
      notBefore = now.getTime() + RETRY_MS;
      return;
    }
    const made: Anchor = { seq, hash, anchoredAt: now.toISOString() };
    // First what may be repeated: when the file cannot be written, all of it is done again.
    await tellStaff(made, chinaDate(now));
    if (file) {
      await appendAnchor(file, made);
    }
    anchoredDay = dayOf(now);
    logger.warn(made, 'audit anchor of the day');
  }

  return async (now) => {
    if (now.getTime() < notBefore) {
      return;
    }
    try {
      await anchor(now);
    } catch (error) {
      notBefore = now.getTime() + RETRY_MS;
      const { name, code } = error as NodeJS.ErrnoException;
      logger.error({ name, code }, 'the audit anchor could not be written');
    }
  };
}
