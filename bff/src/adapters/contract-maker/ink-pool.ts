import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { ContractPdfError, type InkMask } from '../../contract-pdf';
import { checkPngHeader } from '../../contract-pdf/png-header';
import type { InkWork } from './ink-worker';

/** Half of the cores: photos are decoded at the same time, and requests want to be answered too. */
const defaultWorkers = Math.max(1, Math.floor(availableParallelism() / 2));
/** Ten seconds of work at the very worst; who comes later is better told to try again. */
const defaultMaxWaiting = 32;
/** Starting a thread counts too and takes about a second. */
const limitMs = 10_000;
/** How long an idle thread is kept. */
const idleMs = 5 * 60_000;

export type InkPoolFailure = 'queue-full' | 'timed-out' | 'closed';

/** Says nothing about the picture: it may be prepared later. */
export class InkPoolError extends Error {
  override readonly name = 'InkPoolError';

  constructor(readonly failure: InkPoolFailure) {
    super(`ink pool: ${failure}`);
  }
}

export interface InkPool {
  /**
   * `prepareInk` in a worker thread; only the header is read on the caller's.
   * @throws ContractPdfError as prepareInk
   * @throws InkPoolError when too many wait already, when it took too long, or after `close`
   */
  prepare(png: Buffer): Promise<InkMask>;
  /** Ends the threads; what is under way or waits is refused. */
  close(): Promise<void>;
}

export interface InkPoolOptions {
  /** Half of the cores when absent. */
  readonly workers?: number;
  /** How many pictures may wait for a free thread; 32 when absent. */
  readonly maxWaiting?: number;
  /** Asked for when a picture's turn has come, so waiting does not count; 10 s when absent. */
  readonly deadline?: () => AbortSignal;
}

const startThreads = (maxThreads: number) =>
  new Piscina<Uint8Array, InkWork>({
    filename: join(__dirname, 'ink-worker.ts'),
    minThreads: 0,
    maxThreads,
    idleTimeout: idleMs,
    // The worker is TypeScript like everything else, whatever started this process (tsx, jest).
    execArgv: ['--require', require.resolve('tsx/cjs')],
    // Decoding needs no secret.
    env: {},
    // Signatures come one at a time: a worker must not wait busily for the next.
    atomics: 'disabled',
  });

/** Turns for `free` at once, first come first served; more than `maxWaiting` are not let in. */
function createTurns(free: number, maxWaiting: number) {
  const waiting: { start: () => void; refuse: (error: InkPoolError) => void }[] = [];
  return {
    async take(): Promise<void> {
      if (free > 0) {
        free -= 1;
        return;
      }
      if (waiting.length >= maxWaiting) throw new InkPoolError('queue-full');
      await new Promise<void>((start, refuse) => {
        waiting.push({ start, refuse });
      });
    },
    pass(): void {
      const next = waiting.shift();
      if (next) next.start();
      else free += 1;
    },
    refuseWaiting(): void {
      for (const { refuse } of waiting.splice(0)) refuse(new InkPoolError('closed'));
    },
  };
}

function maskOf(work: InkWork): InkMask {
  if ('refusal' in work) throw new ContractPdfError(work.refusal.code, work.refusal.message);
  const { buffer, byteOffset, byteLength } = work.mask.deflatedAlpha;
  return { ...work.mask, deflatedAlpha: Buffer.from(buffer, byteOffset, byteLength) };
}

/**
 * Decodes signatures away from the event loop: a few threads, a bounded queue, a time limit for each picture. Piscina
 * could queue too, but would count the waiting into the limit.
 */
export function createInkPool(options: InkPoolOptions = {}): InkPool {
  const { workers = defaultWorkers, maxWaiting = defaultMaxWaiting } = options;
  const threads = startThreads(workers);
  const turns = createTurns(workers, maxWaiting);
  const deadlineOf = options.deadline ?? (() => AbortSignal.timeout(limitMs));
  let isClosed = false;

  async function work(png: Buffer): Promise<InkWork> {
    const signal = deadlineOf();
    // A copy of its own to hand over: a Buffer may be a window on memory that holds other people's uploads.
    const copy = new Uint8Array(png);
    try {
      return await threads.run(copy, { signal, transferList: [copy.buffer] });
    } catch (error) {
      if (isClosed) throw new InkPoolError('closed');
      if (signal.aborted) throw new InkPoolError('timed-out');
      throw error;
    }
  }

  return {
    async prepare(png) {
      checkPngHeader(png);
      if (isClosed) throw new InkPoolError('closed');
      await turns.take();
      try {
        return maskOf(await work(png));
      } finally {
        turns.pass();
      }
    },
    async close() {
      isClosed = true;
      turns.refuseWaiting();
      await threads.destroy();
    },
  };
}
