import { AppError } from '@acceptance/shared';
import type { Act } from './audit-record';

/** Appends acts to the one chain. */
export interface AuditLog {
  /** Resolves when the act is stored. @throws AppError server.unavailable when it is not, or not known to be. */
  append(act: Act): Promise<void>;
  /** Resolves when everything appended so far is stored or has failed. */
  close(): Promise<void>;
}

interface Waiting {
  readonly act: Act;
  readonly stored: () => void;
  readonly failed: (error: AppError) => void;
}

/** One insert carries so many at most; about 100 KB. */
const MAX_BATCH = 200;
/** Beyond this the database is too slow for what is asked of it: refuse instead of filling the memory. */
const MAX_WAITING = 10_000;

/**
 * A queue of one process: while one batch is being stored, the next gathers. So one process never races with itself,
 * and under load many acts share one round trip.
 */
export function createAuditLog(appendBatch: (acts: readonly Act[]) => Promise<void>): AuditLog {
  const waiting: Waiting[] = [];
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MAX_BATCH);
      try {
        await appendBatch(batch.map(({ act }) => act));
        batch.forEach(({ stored }) => {
          stored();
        });
      } catch (cause) {
        const error = new AppError('server.unavailable', { cause });
        batch.forEach(({ failed }) => {
          failed(error);
        });
      }
    }
    working = null;
  }

  return {
    append(act) {
      if (waiting.length >= MAX_WAITING) {
        return Promise.reject(new AppError('server.unavailable'));
      }
      return new Promise((stored, failed) => {
        waiting.push({ act, stored, failed });
        working ??= work();
      });
    },
    async close() {
      await working;
    },
  };
}
