import type { Logger } from 'pino';
import type { OutboxEntry } from '../database/outbox';
import { outboxStore } from '../database/outbox-store';
import type { JobRun } from '../modules/audit';
import type { OrderModel } from '../modules/orders';
import { createDispatcher, type JobHandler } from './dispatcher';

interface StoredOrder {
  readonly _id: { toHexString(): string };
  outbox: OutboxEntry[];
}

const START = Date.parse('2026-11-23T02:00:00Z');
const SECOND = 1000;

/** Orders in memory that understand the three updates of the dispatcher. */
function ordersWith(...orders: StoredOrder[]): OrderModel {
  const find = (id: string) => orders.find((order) => order._id.toHexString() === id);
  const model = {
    findOneAndUpdate: (
      filter: { outbox: { $elemMatch: { availableAt: { $lte: Date } } } },
      update: { $set: { 'outbox.$.availableAt': Date } },
    ) => ({
      lean: async () => {
        const at = filter.outbox.$elemMatch.availableAt.$lte;
        const order = orders.find(({ outbox }) => outbox.some((entry) => entry.availableAt <= at));
        const index = order?.outbox.findIndex((entry) => entry.availableAt <= at) ?? -1;
        const before = order && { ...order, outbox: [...order.outbox] };
        const entry = order?.outbox[index];
        if (order && entry) {
          order.outbox[index] = { ...entry, availableAt: update.$set['outbox.$.availableAt'], tries: entry.tries + 1 };
        }
        return before ?? null;
      },
    }),
    updateOne: async (
      filter: { _id: string; outbox?: { $elemMatch: { id: string } } },
      update: { $pull?: { outbox: { id: string } }; $set?: { 'outbox.$.availableAt': Date } },
    ) => {
      const order = find(filter._id);
      if (order && update.$pull) {
        const { id } = update.$pull.outbox;
        order.outbox = order.outbox.filter((entry) => entry.id !== id);
      }
      if (order && update.$set && filter.outbox) {
        const { id } = filter.outbox.$elemMatch;
        const availableAt = update.$set['outbox.$.availableAt'];
        order.outbox = order.outbox.map((entry) => (entry.id === id ? { ...entry, availableAt } : entry));
      }
    },
  };
  return model as unknown as OrderModel;
}

const entryOf = (id: string, job: string, afterMs = 0): OutboxEntry => ({
  id,
  job,
  payload: {},
  availableAt: new Date(START + afterMs),
  tries: 0,
});
const orderWith = (id: string, ...outbox: OutboxEntry[]): StoredOrder => ({ _id: { toHexString: () => id }, outbox });

function world(orders: StoredOrder[], handlers: Record<string, JobHandler>) {
  let time = START;
  const warnings: unknown[] = [];
  const logger = { warn: (fields: unknown) => warnings.push(fields), error: () => undefined } as unknown as Logger;
  const runs: JobRun[] = [];
  const chores = [async (at: Date) => void looked.push(at)];
  const looked: Date[] = [];
  const dispatcher = createDispatcher({
    queues: [{ kind: 'order', store: outboxStore(ordersWith(...orders)), handlers }],
    recordRun: async (run) => void runs.push(run),
    chores,
    logger,
    now: () => new Date(time),
  });
  return {
    dispatcher,
    runs,
    looked,
    warnings,
    advance: (ms: number) => {
      time += ms;
    },
  };
}

describe('the dispatcher', () => {
  it('runs what is due of all orders once and removes it', async () => {
    const done: string[] = [];
    const orders = [
      orderWith('o1', entryOf('e1', 'tell'), entryOf('e2', 'tell', 60 * SECOND)),
      orderWith('o2', entryOf('e3', 'tell')),
    ];
    const { dispatcher, advance } = world(orders, {
      tell: async (orderId, entry) => {
        done.push(`${orderId} ${entry.id}`);
        return 'done';
      },
    });
    await dispatcher.drain();
    await dispatcher.drain();
    expect(done).toEqual(['o1 e1', 'o2 e3']);
    advance(60 * SECOND);
    await dispatcher.drain();
    expect(done).toEqual(['o1 e1', 'o2 e3', 'o1 e2']);
    expect(orders.map(({ outbox }) => outbox)).toEqual([[], []]);
  });

  it('repeats a job that fails after pauses that double, and never forgets it', async () => {
    const orders = [orderWith('o1', entryOf('e1', 'tell'))];
    const { dispatcher, advance, warnings } = world(orders, { tell: () => Promise.reject(new Error('张伟')) });
    const pauses: number[] = [];
    let at = START;
    for (let round = 0; round < 12; round += 1) {
      await dispatcher.drain();
      const next = orders[0]!.outbox[0]!.availableAt.getTime();
      pauses.push((next - at) / SECOND);
      advance(next - at);
      at = next;
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    expect(warnings).toHaveLength(12);
    expect(JSON.stringify(warnings)).not.toContain('张伟');
  });

  it('looks again at a job when it asks for it', async () => {
    const orders = [orderWith('o1', entryOf('e1', 'poll'))];
    const outcomes: Awaited<ReturnType<JobHandler>>[] = [{ again: new Date(START + 60 * SECOND) }, 'done'];
    const { dispatcher, advance } = world(orders, { poll: async () => outcomes.shift() ?? 'done' });
    await dispatcher.drain();
    expect(orders[0]!.outbox).toMatchObject([{ availableAt: new Date(START + 60 * SECOND) }]);
    advance(60 * SECOND);
    await dispatcher.drain();
    expect(orders[0]!.outbox).toEqual([]);
  });

  it('records every run that did something or failed, not one that only looked', async () => {
    const orders = [
      orderWith('o1', entryOf('e1', 'tell')),
      orderWith('o2', entryOf('e2', 'fail')),
      orderWith('o3', entryOf('e3', 'look')),
    ];
    const { dispatcher, runs } = world(orders, {
      tell: async () => 'done',
      fail: () => Promise.reject(new Error('张伟')),
      look: async () => ({ again: new Date(START + SECOND) }),
    });
    await dispatcher.drain();
    expect(runs).toEqual([
      { at: new Date(START), object: 'order:o1', job: 'tell', outcome: 'done' },
      { at: new Date(START), object: 'order:o2', job: 'fail', outcome: 'server.unexpected' },
    ]);
  });

  it('looks after its chores at every round', async () => {
    const { dispatcher, looked } = world([], {});
    await dispatcher.drain();
    await dispatcher.drain();
    expect(looked).toEqual([new Date(START), new Date(START)]);
  });

  it('keeps a job that it does not know, for a newer program', async () => {
    const orders = [orderWith('o1', entryOf('e1', 'from-the-future'))];
    const { dispatcher } = world(orders, {});
    await dispatcher.drain();
    expect(orders[0]!.outbox).toMatchObject([{ id: 'e1', tries: 1 }]);
  });

  it('goes on with other jobs after one has failed', async () => {
    const orders = [orderWith('o1', entryOf('e1', 'fail')), orderWith('o2', entryOf('e2', 'tell'))];
    const { dispatcher } = world(orders, { fail: () => Promise.reject(new Error('no')), tell: async () => 'done' });
    await dispatcher.drain();
    expect(orders[1]!.outbox).toEqual([]);
  });

  it('leaves other jobs untouched once it is stopping, and stops when the running one is done', async () => {
    const orders = [orderWith('o1', entryOf('e1', 'slow')), orderWith('o2', entryOf('e2', 'slow'))];
    let finish: () => void = () => undefined;
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const slow: JobHandler = () => {
      begin();
      return new Promise((resolve) => {
        finish = () => resolve('done');
      });
    };
    const { dispatcher } = world(orders, { slow });
    dispatcher.wake();
    await begun;
    const stopped = dispatcher.stop();
    finish();
    await stopped;
    expect(orders.map(({ outbox }) => outbox)).toEqual([[], [entryOf('e2', 'slow')]]);
  });
});
