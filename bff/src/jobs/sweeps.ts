import type { Logger } from 'pino';

/** Something that is looked after at intervals, whoever else does so; doing it twice changes nothing more. */
export interface Sweep {
  readonly name: string;
  readonly everyMs: number;
  run(now: Date): Promise<void>;
}

/** After a failure it is tried again at least as late as this. */
const RETRY_MS = 5 * 60_000;

/** Makes the function that does what is due; to be called often. Never throws: a failure is logged and repeated. */
export function createSweeper(sweeps: readonly Sweep[], logger: Logger): (now: Date) => Promise<void> {
  const notBefore = new Map<string, number>();
  return async (now) => {
    for (const sweep of sweeps) {
      if (now.getTime() < (notBefore.get(sweep.name) ?? 0)) {
        continue;
      }
      notBefore.set(sweep.name, now.getTime() + sweep.everyMs);
      try {
        await sweep.run(now);
      } catch (error) {
        notBefore.set(sweep.name, now.getTime() + Math.min(sweep.everyMs, RETRY_MS));
        const { name, code } = error as NodeJS.ErrnoException;
        logger.error({ sweep: sweep.name, name, code }, 'a sweep failed and will be repeated');
      }
    }
  };
}
