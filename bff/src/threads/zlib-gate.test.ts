import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { createWorkerPool } from './worker-pool';
import { endThreads, withinGate } from './zlib-gate';

it('lets threads that inflate all the time be ended, and the process lives on', async () => {
  // Without the gate Node aborted within a few dozen of these.
  let deadline = new AbortController();
  const pool = createWorkerPool<{ begunFlag: Int32Array<SharedArrayBuffer> }, never>({
    workerFile: join(__dirname, 'testing', 'inflating.ts'),
    workers: 1,
    deadline: () => deadline.signal,
  });
  try {
    for (let ended = 0; ended < 100; ended += 1) {
      deadline = new AbortController();
      const begunFlag = new Int32Array(new SharedArrayBuffer(4));
      const late = expect(pool.run({ begunFlag })).rejects.toMatchObject({ failure: 'timed-out' });
      while (Atomics.load(begunFlag, 0) === 0) await after(1);
      await after((ended % 10) / 4);
      deadline.abort();
      await late;
    }
  } finally {
    await pool.close();
  }
});

it('ends nobody who is within, and lets in again when it is done', async () => {
  const order: string[] = [];
  let ending: Promise<unknown> = Promise.resolve();
  withinGate(() => {
    ending = endThreads(() => order.push('ended'));
    order.push('within');
  });
  await ending;
  expect(withinGate(() => order.push('in again'))).toBe(3);
  expect(order).toEqual(['within', 'ended', 'in again']);
});

it('stays open when the ending fails', async () => {
  const refused = () => {
    throw new Error('not to be ended');
  };
  await expect(endThreads(refused)).rejects.toThrow('not to be ended');
  expect(withinGate(() => 'in')).toBe('in');
});
