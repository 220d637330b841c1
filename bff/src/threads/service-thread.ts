import { Worker } from 'node:worker_threads';
import type { FromServiceThread, ToServiceThread } from './service-thread-messages';
import { threadCode } from './thread-code';
import { endThreads, openZlibGate } from './zlib-gate';

export type ServiceThreadFailure = 'queue-full' | 'timed-out' | 'ended' | 'closed' | 'failed';

/** The thread did not answer; what it was asked to do may have been done all the same, but for `queue-full` and `closed`. */
export class ServiceThreadError extends Error {
  override readonly name = 'ServiceThreadError';
  constructor(
    readonly failure: ServiceThreadFailure,
    reason = '',
  ) {
    super(`service thread: ${failure}${reason && ` (${reason})`}`);
  }
}

export interface ServiceThread {
  /**
   * Asks the thread; the first call starts it. Calls run side by side there.
   * @throws ServiceThreadError
   */
  call(method: string, input: unknown): Promise<unknown>;
  /** Lets the thread close what it holds, then ends it; what is under way is refused. */
  close(): Promise<void>;
}

export interface ServiceThreadOptions {
  /** TypeScript module that calls `serveThread`. */
  readonly workerFile: string;
  /** Cloned into the thread when it starts; the thread has no environment. */
  readonly data: unknown;
  readonly maxUnderWay: number;
  /** Of one call. Asked for when the thread is open, so starting it, slow on a busy machine, does not count. */
  readonly deadline: () => AbortSignal;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: ServiceThreadError) => void;
}

/** Time that a thread has to start and open what it holds. */
const OPENING_LIMIT_MS = 120_000;
/** Native code that hangs cannot be ended from outside: so many threads of a service may be left to it, then no other one is begun. */
const MOST_HANGING = 3;
/** Time that a thread has to close what it holds. */
const END_LIMIT_MS = 5_000;

function startThread({ workerFile, data }: ServiceThreadOptions, onEnd: () => void) {
  const waiting = new Map<number, Waiting>();
  openZlibGate();
  // Without the arguments of whatever started this process (tsx, jest).
  const worker = new Worker(threadCode(workerFile), { workerData: data, env: {}, execArgv: [] });
  let reason = '';
  const terminate = () => void endThreads(() => worker.terminate());
  const openingLimit = setTimeout(terminate, OPENING_LIMIT_MS);
  // The first message says that it is open. One that ends before has nobody left to wait for it.
  const opened = new Promise<void>((resolve) => {
    worker.once('message', () => resolve());
    worker.once('exit', () => resolve());
  }).finally(() => clearTimeout(openingLimit));
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('error', (error) => {
    reason = error.message;
  });
  worker.once('exit', () => {
    onEnd();
    for (const { reject } of waiting.values()) {
      reject(new ServiceThreadError('ended', reason));
    }
    waiting.clear();
  });
  worker.on('message', (message: FromServiceThread) => {
    if (message.kind === 'opened') {
      return;
    }
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') {
      caller?.resolve(message.result);
    } else {
      caller?.reject(new ServiceThreadError('failed', message.message));
    }
  });
  const send = (message: ToServiceThread): void => worker.postMessage(message);
  return {
    waiting,
    opened,
    ended,
    send,
    /** The next call must not meet a thread that is going. */
    kill() {
      onEnd();
      terminate();
    },
    async end() {
      send({ kind: 'end' });
      const limit = setTimeout(terminate, END_LIMIT_MS);
      await ended;
      clearTimeout(limit);
    },
  };
}

/**
 * One thread with a state of its own (connections, open keys) that lives as long as the process: for what must not share its memory
 * with what answers requests. A thread that crashed, or did not answer in time, is ended, and the next call starts another one, so what
 * it does must bear being killed anywhere.
 */
export function createServiceThread(options: ServiceThreadOptions): ServiceThread {
  let thread: ReturnType<typeof startThread> | null = null;
  let isClosed = false;
  let calls = 0;
  /** Told to end, and have not yet. */
  const ending = new Set<ReturnType<typeof startThread>>();

  function running(): ReturnType<typeof startThread> {
    if (thread) {
      return thread;
    }
    if (ending.size >= MOST_HANGING) {
      throw new ServiceThreadError('ended', 'those before it hang');
    }
    const started = startThread(options, () => {
      thread = thread === started ? null : thread;
    });
    thread = started;
    return started;
  }

  return {
    async call(method, input) {
      if (isClosed) {
        throw new ServiceThreadError('closed');
      }
      const own = running();
      const { waiting, opened, ended, send, kill } = own;
      if (waiting.size >= options.maxUnderWay) {
        throw new ServiceThreadError('queue-full');
      }
      calls += 1;
      const id = calls;
      return new Promise((resolve, reject) => {
        let done = (): void => undefined;
        void opened.then(() => {
          // Answered or refused already: it has ended, or was closed.
          if (!waiting.has(id)) {
            return;
          }
          const signal = options.deadline();
          const onDeadline = () => {
            waiting.delete(id);
            reject(new ServiceThreadError('timed-out'));
            ending.add(own);
            void ended.then(() => ending.delete(own));
            kill();
          };
          done = () => signal.removeEventListener('abort', onDeadline);
          signal.addEventListener('abort', onDeadline, { once: true });
          if (signal.aborted) {
            onDeadline();
          }
        });
        waiting.set(id, {
          resolve: (result) => {
            done();
            resolve(result);
          },
          reject: (error) => {
            done();
            reject(isClosed ? new ServiceThreadError('closed') : error);
          },
        });
        send({ kind: 'call', id, method, input });
      });
    },
    async close() {
      isClosed = true;
      await thread?.end();
    },
  };
}
