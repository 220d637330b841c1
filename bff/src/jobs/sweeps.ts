import type { Logger } from 'pino';
import type { Swept } from './until-empty';

/** Something that is looked after at intervals, whoever else does so; doing it twice changes nothing more. */
export interface Sweep {
  readonly name: string;
  readonly everyMs: number;
  /** Says what is left, if it works in batches. */
  run(now: Date): Promise<void> | Promise<Pick<Swept, 'isLeft'> | undefined>;
}

/** After a failure, or where something is left, it comes again at the latest then. */
const RETRY_MS = 5 * 60_000;

/** Makes the function that does what is due; to be called often. Never throws: a failure is logged and repeated. */
export function createSweeper(sweeps: readonly Sweep[], logger: Logger): (now: Date) => Promise<void> {
  const notBefore = new Map<string, number>();
  const again = ({ name, everyMs }: Sweep, now: Date) =>
    notBefore.set(name, now.getTime() + Math.min(everyMs, RETRY_MS));
  return async (now) => {
    for (const sweep of sweeps) {
      if (now.getTime() < (notBefore.get(sweep.name) ?? 0)) {
        continue;
      }
      notBefore.set(sweep.name, now.getTime() + sweep.everyMs);
      try {
        const swept = await sweep.run(now);
        if (swept?.isLeft) {
          again(sweep, now);
          logger.warn({ sweep: sweep.name }, 'a sweep has left some of what is due to the next one');
        }
      } catch (error) {
        again(sweep, now);
        const { name, code } = error as NodeJS.ErrnoException;
        logger.error({ sweep: sweep.name, name, code }, 'a sweep failed and will be repeated');
      }
    }
  };
}
