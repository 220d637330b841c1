import type { QueryFilter, UpdateQuery } from 'mongoose';
import type { Logger } from 'pino';
import type { OutboxEntry } from '../database/outbox';
import { toAppError } from '../http/error-handler';
import type { JobRun } from '../modules/audit';
import type { OrderModel, OrderRecord } from '../modules/orders';

/** Handles one outbox entry of an order. `again`: not finished, look again then. Throwing repeats it after a pause. */
export type JobHandler = (orderId: string, entry: OutboxEntry) => Promise<'done' | { readonly again: Date }>;

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
  readonly orders: OrderModel;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Puts a run into the audit log. A run that only looked and will look again is no act. */
  readonly recordRun: (run: JobRun) => Promise<void>;
  /** What else is to be looked after at every interval; must be quick when there is nothing to do, and not throw. */
  readonly chores: readonly ((now: Date) => Promise<void>)[];
  readonly logger: Logger;
  readonly now: () => Date;
}

/** Takes outbox entries of orders with a lease and runs each at least once. */
export function createDispatcher({
  orders,
  handlers,
  recordRun,
  chores,
  logger,
  now,
}: DispatcherDependencies): Dispatcher {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let wanted = false;
  let stopped = false;

  async function lease(): Promise<{ orderId: string; entry: OutboxEntry } | null> {
    const at = now();
    const due = { outbox: { $elemMatch: { availableAt: { $lte: at } } } };
    const update = {
      $set: { 'outbox.$.availableAt': new Date(at.getTime() + LEASE_MS) },
      $inc: { 'outbox.$.tries': 1 },
    };
    // The document before the update shows which entry was due first, which is the one that `$` changed.
    const order = await orders
      .findOneAndUpdate(due as QueryFilter<OrderRecord>, update as UpdateQuery<OrderRecord>, {
        returnDocument: 'before',
      })
      .lean<Pick<OrderRecord, '_id' | 'outbox'>>();
    const entry = order?.outbox.find((candidate) => candidate.availableAt <= at);
    return order && entry ? { orderId: order._id.toHexString(), entry } : null;
  }

  const remove = (orderId: string, entry: OutboxEntry) =>
    orders.updateOne({ _id: orderId }, { $pull: { outbox: { id: entry.id } } });

  const postpone = (orderId: string, entry: OutboxEntry, until: Date) =>
    orders.updateOne(
      { _id: orderId, outbox: { $elemMatch: { id: entry.id } } } as QueryFilter<OrderRecord>,
      { $set: { 'outbox.$.availableAt': until } } as UpdateQuery<OrderRecord>,
    );

  async function run(orderId: string, entry: OutboxEntry): Promise<void> {
    const handler = handlers[entry.job];
    try {
      if (!handler) {
        throw new Error(`no handler for job ${entry.job}`);
      }
      const outcome = await handler(orderId, entry);
      if (outcome === 'done') {
        // Before the entry goes: what is not recorded is run again.
        await recordRun({ at: now(), orderId, job: entry.job, outcome });
        await remove(orderId, entry);
      } else {
        await postpone(orderId, entry, outcome.again);
      }
    } catch (error) {
      const { name, vendorCode } = error as { name?: string; vendorCode?: string };
      logger.warn({ job: entry.job, orderId, tries: entry.tries + 1, name, vendorCode }, 'a job will be repeated');
      await postpone(orderId, entry, new Date(now().getTime() + pauseAfter(entry.tries)));
      await recordRun({ at: now(), orderId, job: entry.job, outcome: toAppError(error).code });
    }
  }

  async function round(): Promise<void> {
    // Asked before each lease: a job that is leased and then not run would wait for the end of its lease.
    while (!stopped) {
      const job = await lease();
      if (!job) {
        return;
      }
      await run(job.orderId, job.entry);
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
        await round();
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
