import type { Logger } from 'pino';
import type { OutboxEntry } from '../database/outbox';
import type { OutboxStore } from '../database/outbox-store';
import { toAppError } from '../http/error-handler';
import type { JobRun } from '../modules/audit';

/** Handles one outbox entry. `again`: not finished, look again then. Throwing repeats it after a pause. */
export type JobHandler = (ownerId: string, entry: OutboxEntry) => Promise<'done' | { readonly again: Date }>;

/** The jobs of one kind of aggregate. */
export interface JobQueue {
  /** `order`, `phoneChange` …: with the id, the object in the audit log. */
  readonly kind: string;
  readonly store: OutboxStore;
  readonly handlers: Readonly<Record<string, JobHandler>>;
}

export interface Dispatcher {
  /** Starts looking for jobs at intervals. */
  start(): void;
  /** Looks for jobs now; many calls at once are one round. */
  wake(): void;
  /** Works until nothing is due, for tests and for a graceful stop. */
  drain(): Promise<void>;
  /** No new jobs; resolves when the running one is done. */
  stop(): Promise<void>;
}

/** A job that has not come back by then is taken to have died with its process and is run again. */
const LEASE_MS = 60_000;
const POLL_MS = 1000;
const MAX_PAUSE_MS = 15 * 60_000;

const pauseAfter = (tries: number): number => Math.min(1000 * 2 ** Math.min(tries, 12), MAX_PAUSE_MS);

export interface DispatcherDependencies {
  readonly queues: readonly JobQueue[];
  /** Puts a run into the audit log. A run that only looked and will look again is no act. */
  readonly recordRun: (run: JobRun) => Promise<void>;
  /** What else is to be looked after at every interval; must be quick when there is nothing to do, and not throw. */
  readonly chores: readonly ((now: Date) => Promise<void>)[];
  readonly logger: Logger;
  readonly now: () => Date;
}

/** Takes outbox entries with a lease and runs each at least once. */
export function createDispatcher({ queues, recordRun, chores, logger, now }: DispatcherDependencies): Dispatcher {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let wanted = false;
  let stopped = false;

  async function run({ kind, store, handlers }: JobQueue, ownerId: string, entry: OutboxEntry): Promise<void> {
    const object = `${kind}:${ownerId}`;
    const handler = handlers[entry.job];
    try {
      if (!handler) {
        throw new Error(`no handler for job ${entry.job}`);
      }
      const outcome = await handler(ownerId, entry);
      if (outcome === 'done') {
        // Before the entry goes: what is not recorded is run again.
        await recordRun({ at: now(), object, job: entry.job, outcome });
        await store.remove(ownerId, entry.id);
      } else {
        await store.postpone(ownerId, entry.id, outcome.again);
      }
    } catch (error) {
      const { name, vendorCode } = error as { name?: string; vendorCode?: string };
      logger.warn({ job: entry.job, object, tries: entry.tries + 1, name, vendorCode }, 'a job will be repeated');
      await store.postpone(ownerId, entry.id, new Date(now().getTime() + pauseAfter(entry.tries)));
      await recordRun({ at: now(), object, job: entry.job, outcome: toAppError(error).code });
    }
  }

  async function work(queue: JobQueue): Promise<void> {
    // Asked before each lease: a job that is leased and then not run would wait for the end of its lease.
    while (!stopped) {
      const at = now();
      const job = await queue.store.lease(at, new Date(at.getTime() + LEASE_MS));
      if (!job) {
        return;
      }
      await run(queue, job.ownerId, job.entry);
    }
  }

  function wake(): void {
    wanted = true;
    if (running || stopped) {
      return;
    }
    running = (async () => {
      while (wanted && !stopped) {
        wanted = false;
        for (const queue of queues) {
          await work(queue);
        }
        for (const chore of chores) {
          await chore(now());
        }
      }
    })()
      .catch((error: unknown) => {
        logger.error({ name: (error as Error).name }, 'the dispatcher could not reach the database');
      })
      .finally(() => {
        running = null;
      });
  }

  return {
    start() {
      timer = setInterval(wake, POLL_MS);
      timer.unref();
      wake();
    },
    wake,
    async drain() {
      wake();
      while (running) {
        await running;
      }
    },
    async stop() {
      stopped = true;
      if (timer) {
        clearInterval(timer);
      }
      await running;
    },
  };
}
