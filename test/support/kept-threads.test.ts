import { join } from 'node:path';
import { setImmediate as turnOfEventLoop } from 'node:timers/promises';
import { createWorkerPool } from '../../bff/src/threads/worker-pool';
import { startKeptThreads } from './kept-threads';

interface Work {
  readonly stuckFlag?: Int32Array<SharedArrayBuffer>;
}

const openPool = () =>
  createWorkerPool<Work, number>({
    workerFile: join(__dirname, '../../bff/src/threads/testing/own-thread.ts'),
    workers: 1,
    deadline: () => new AbortController().signal,
    start: startKeptThreads,
  });

it('has one pool after another served by the same threads', async () => {
  const first = openPool();
  const thread = await first.run({});
  await first.close();
  await expect(first.run({})).rejects.toMatchObject({ failure: 'closed' });
  const second = openPool();
  expect(await second.run({})).toBe(thread);
  await second.close();
});

it('leaves nothing under way to the next pool', async () => {
  const first = openPool();
  const stuckFlag = new Int32Array(new SharedArrayBuffer(4));
  const end = expect(first.run({ stuckFlag })).rejects.toMatchObject({ name: 'WorkerPoolError', failure: 'closed' });
  while (Atomics.load(stuckFlag, 0) === 0) await turnOfEventLoop();
  await first.close();
  await end;
  const second = openPool();
  expect(await second.run({})).toBeGreaterThan(0);
  await second.close();
});
