import type { Logger } from 'pino';
import { handleJobs, type JobRun } from './job-handler';
import { defineJobs } from './job-kind';
import { createJobRegistry } from './job-registry';
import { LEASE_MS, runJob } from './run-job';
import { outboxInMemory } from './testing/outbox-in-memory';

const START = Date.parse('2026-11-23T02:00:00Z');
const KINDS = defineJobs('order', {
  long: { name: 'long', lane: 'sealing', timeLimitMs: 600_000, retry: [1000], task: 'upkeep-failed' },
});
const logger = { warn: () => undefined, error: () => undefined } as unknown as Logger;

beforeEach(() => {
  jest.useFakeTimers({ now: START });
});
afterEach(() => {
  jest.useRealTimers();
});

/** A job that runs until it is told to end, as one worker has leased it. */
async function longRun() {
  const availableAt = new Date(START);
  const store = outboxInMemory({
    id: 'o1',
    outbox: [{ id: 'e1', job: 'long', payload: {}, availableAt, tries: 0 }],
    state: {},
  });
  const now = () => new Date();
  let end = (): void => undefined;
  let run: JobRun | null = null;
  const work = new Promise<void>((resolve) => {
    end = resolve;
  });
  const groups = [
    handleJobs(KINDS, () => ({
      long: (given) => {
        run = given;
        return work;
      },
    })),
  ];
  const job = createJobRegistry(groups, new Map([['order', store]]), {}).find('order', 'long');
  const take = (leasedBy: string) =>
    store.lease({ jobs: ['long'], at: now(), until: new Date(now().getTime() + LEASE_MS), leasedBy, inTurn: false });
  const leased = await take('first');
  const lease = { ownerId: 'o1', entryId: 'e1', leasedBy: 'first' };
  const context = { queue: 'order', leased: leased!, lease, store, stop: new AbortController().signal };
  const ended = runJob({ recordRun: async () => undefined, countRun: () => undefined, logger, now }, job, context);
  return { store, take, end, ended, lease, signalOf: () => run?.signal };
}

it('a job that runs for five minutes is not taken by a second worker meanwhile', async () => {
  const { take, end, ended, signalOf } = await longRun();
  for (let passed = 0; passed < 5 * LEASE_MS; passed += 5000) {
    await jest.advanceTimersByTimeAsync(5000);
    expect(await take('second')).toBeNull();
  }
  expect(signalOf()?.aborted).toBe(false);
  end();
  await ended;
  await jest.advanceTimersByTimeAsync(2 * LEASE_MS);
  expect(await take('second')).toBeNull();
});

it('a worker that has lost its lease is stopped at the next renewal, and writes no end', async () => {
  const { store, end, ended, lease, signalOf } = await longRun();
  await store.postpone(lease, new Date(START));
  const until = new Date(Date.now() + LEASE_MS);
  const taken = await store.lease({ jobs: ['long'], at: new Date(), until, leasedBy: 'second', inTurn: false });
  expect(taken?.entry.leasedBy).toBe('second');
  await jest.advanceTimersByTimeAsync(20_000);
  expect(signalOf()?.aborted).toBe(true);
  end();
  await ended;
  expect(await store.renew({ ...lease, leasedBy: 'second' }, new Date())).toBe(true);
});
