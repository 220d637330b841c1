import { Piscina } from 'piscina';

/** How long an idle worker is kept: starting one takes about a second. */
const IDLE_MS = 5 * 60_000;

export interface DecodePool<Task, Result> {
  /**
   * Runs the task as soon as a worker is free. `deadline` is asked for when it starts, so waiting does not count.
   * Null when the deadline passed: the worker was ended, and the next task gets a new one.
   */
  run(task: Task, transfer?: readonly ArrayBuffer[]): Promise<Result | null>;
  close(): Promise<void>;
}

export interface DecodePoolOptions {
  /** TypeScript module whose default export is the task's function. */
  readonly workerFile: string;
  readonly workers: number;
  readonly deadline: () => AbortSignal;
}

/** Worker threads for code that blocks. They are given no environment: what they run needs no secret. */
export function createDecodePool<Task, Result>(options: DecodePoolOptions): DecodePool<Task, Result> {
  const threads = new Piscina({
    filename: options.workerFile,
    minThreads: 0,
    maxThreads: options.workers,
    idleTimeout: IDLE_MS,
    // The worker is TypeScript like everything else, whatever started this process (tsx, jest).
    execArgv: ['--require', require.resolve('tsx/cjs')],
    env: {},
    // Pictures come one at a time: a worker must not wait busily for the next.
    atomics: 'disabled',
  });
  const waiting: (() => void)[] = [];
  let free = options.workers;

  async function takeTurn(): Promise<void> {
    if (free > 0) {
      free -= 1;
      return;
    }
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  }

  /** The turn goes to the one who has waited longest. */
  function passTurn(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return {
    async run(task, transfer = []) {
      await takeTurn();
      const deadline = options.deadline();
      try {
        return await threads.run(task, { signal: deadline, transferList: [...transfer] });
      } catch (error) {
        if (deadline.aborted) {
          return null;
        }
        throw error;
      } finally {
        passTurn();
      }
    },
    close: () => threads.destroy(),
  };
}
