import { Piscina } from 'piscina';
import { threadCode } from './thread-code';
import { createTurns, type TurnsLoad } from './turns';
import { endThreads, openZlibGate } from './zlib-gate';

/** How long an idle worker is kept: starting one takes about a second. */
const IDLE_MS = 5 * 60_000;
/**
 * Workers give way to the event loop where cores are few: a third of its share. Not less, for a decoding that gets no
 * core at all runs into its deadline.
 */
const NICENESS = 5;

export type WorkerPoolFailure = 'queue-full' | 'timed-out' | 'closed';

/** The pool did not get a task done; it says nothing about the task. */
export class WorkerPoolError extends Error {
  override readonly name = 'WorkerPoolError';
  constructor(readonly failure: WorkerPoolFailure) {
    super(`worker pool: ${failure}`);
  }
}

export interface WorkerPool<Task, Result> {
  /**
   * Runs the task as soon as a worker is free, first come first served.
   * @throws WorkerPoolError when too many wait already, when the deadline passed (the worker was ended, the next task
   * gets a new one), or after `close`; and what the task throws
   */
  run(task: Task, transfer?: readonly ArrayBuffer[]): Promise<Result>;
  load(): TurnsLoad;
  /** Ends the workers; what is under way or waits is refused. */
  close(): Promise<void>;
}

/** The threads of a pool: what they are asked beyond their number waits without a limit. */
export interface Threads<Task, Result> {
  run(task: Task, options: { readonly signal: AbortSignal; readonly transferList: ArrayBuffer[] }): Promise<Result>;
  /** Ends them; what is under way is refused. */
  destroy(): Promise<void>;
}

/** What threads are like that can serve one pool after another. */
export interface ThreadTraits {
  /** JavaScript whose default export is the task's function. */
  readonly filename: string;
  readonly maxThreads: number;
  /** As `mostHeapMb` of the pool. */
  readonly mostHeapMb: number | undefined;
}

export type StartThreads = <Task, Result>(traits: ThreadTraits) => Threads<Task, Result>;

/** Threads of one's own, started when they are needed. */
export const startThreads: StartThreads = <Task, Result>({ filename, maxThreads, mostHeapMb }: ThreadTraits) =>
  new Piscina<Task, Result>({
    filename,
    minThreads: 0,
    maxThreads,
    idleTimeout: IDLE_MS,
    execArgv: [],
    env: {},
    niceIncrement: NICENESS,
    ...(mostHeapMb !== undefined && { resourceLimits: { maxOldGenerationSizeMb: mostHeapMb } }),
    // Pictures come one at a time: a worker must not wait busily for the next.
    atomics: 'disabled',
  });

export interface WorkerPoolOptions {
  /** TypeScript module whose default export is the task's function. */
  readonly workerFile: string;
  readonly workers: number;
  /** How many tasks may wait for a free worker; any number when absent. */
  readonly maxWaiting?: number;
  /** Of one worker's own objects; a task that needs more ends with it. What Node gives a thread when absent. */
  readonly mostHeapMb?: number;
  /** Asked for when a task's turn has come, so waiting does not count. */
  readonly deadline: () => AbortSignal;
  /** Absent: threads of its own. */
  readonly start?: StartThreads | undefined;
}

/**
 * Worker threads for code that blocks. They are given no environment: what they run needs no secret. Piscina could queue
 * too, but would count the waiting into the deadline.
 */
export function createWorkerPool<Task, Result>(options: WorkerPoolOptions): WorkerPool<Task, Result> {
  const { workerFile, workers, maxWaiting = Number.POSITIVE_INFINITY, mostHeapMb, deadline } = options;
  const { start = startThreads } = options;
  openZlibGate();
  const threads = start<Task, Result>({ filename: threadCode(workerFile), maxThreads: workers, mostHeapMb });
  const turns = createTurns(workers);
  let isClosed = false;

  async function work(task: Task, transfer: readonly ArrayBuffer[]): Promise<Result> {
    const signal = deadline();
    const end = new AbortController();
    const onDeadline = () => void endThreads(() => end.abort());
    signal.addEventListener('abort', onDeadline, { once: true });
    if (signal.aborted) onDeadline();
    try {
      return await threads.run(task, { signal: end.signal, transferList: [...transfer] });
    } catch (error) {
      if (isClosed) {
        throw new WorkerPoolError('closed');
      }
      throw end.signal.aborted ? new WorkerPoolError('timed-out') : error;
    } finally {
      signal.removeEventListener('abort', onDeadline);
    }
  }

  return {
    async run(task, transfer = []) {
      if (isClosed) {
        throw new WorkerPoolError('closed');
      }
      if (!(await turns.take(maxWaiting))) {
        throw new WorkerPoolError('queue-full');
      }
      try {
        return await work(task, transfer);
      } finally {
        turns.pass();
      }
    },
    load: turns.load,
    async close() {
      isClosed = true;
      turns.refuseWaiting(new WorkerPoolError('closed'));
      await endThreads(() => threads.destroy());
    },
  };
}
