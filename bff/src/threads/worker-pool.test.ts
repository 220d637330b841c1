import { getPriority } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turnOfEventLoop } from 'node:timers/promises';
import type { StuckOrDouble } from './testing/stuck-or-double';
import { createWorkerPool, type WorkerPool } from './worker-pool';

// Workers load their packages: seconds on a busy machine.

const workerFile = join(__dirname, 'testing', 'stuck-or-double.ts');
const never = new AbortController().signal;

let pool: WorkerPool<StuckOrDouble, number> | undefined;
afterEach(() => pool?.close());

it('runs TypeScript in worker threads, more tasks than workers one after the other', async () => {
  pool = createWorkerPool({ workerFile, workers: 2, deadline: () => never });
  const run = pool.run;
  const answers = await Promise.all([1, 2, 3, 4, 5].map((number) => run({ number })));
  expect(answers).toEqual([2, 4, 6, 8, 10]);
});

it('ends a worker that is stuck past its deadline and goes on with a new one', async () => {
  const deadlines = [new AbortController(), new AbortController()];
  let asked = 0;
  pool = createWorkerPool({
    workerFile,
    workers: 1,
    deadline: () => {
      asked += 1;
      return deadlines[asked - 1]?.signal ?? never;
    },
  });
  const stuckFlag = new Int32Array(new SharedArrayBuffer(4));
  const stuck = pool.run({ number: 1, stuckFlag });
  const stuckEnd = expect(stuck).rejects.toMatchObject({ name: 'WorkerPoolError', failure: 'timed-out' });
  const waiting = pool.run({ number: 21 });
  while (Atomics.load(stuckFlag, 0) === 0) await turnOfEventLoop();
  expect(asked).toBe(1);
  deadlines[0]?.abort();
  await stuckEnd;
  expect(await waiting).toBe(42);
  expect(asked).toBe(2);
});

it('hands on what the task itself throws', async () => {
  pool = createWorkerPool({ workerFile, workers: 1, deadline: () => never });
  await expect(pool.run({ number: Number.NaN })).rejects.toThrow('not a number');
  expect(await pool.run({ number: 2 })).toBe(4);
});

// Elsewhere a thread has no priority of its own that could be asked for.
(process.platform === 'linux' ? it : it.skip)('has workers give way to the thread that answers requests', async () => {
  const before = getPriority();
  const priorities = createWorkerPool<null, number>({
    workerFile: join(__dirname, 'testing', 'own-priority.ts'),
    workers: 1,
    deadline: () => never,
  });
  try {
    expect(await priorities.run(null)).toBe(Math.min(19, before + 5));
    expect(getPriority()).toBe(before);
  } finally {
    await priorities.close();
  }
});
