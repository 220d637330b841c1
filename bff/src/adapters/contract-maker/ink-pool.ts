import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ContractPdfError, type InkMask } from '../../contract-pdf';
import { checkPngHeader } from '../../contract-pdf/png-header';
import type { TurnsLoad } from '../../threads/turns';
import { createWorkerPool, type WorkerPoolOptions } from '../../threads/worker-pool';
import type { InkToMake, InkWork } from './ink-worker';

/** Half of the cores: photos are decoded at the same time, and requests want to be answered too. */
const defaultWorkers = Math.max(1, Math.floor(availableParallelism() / 2));
/** Ten seconds of work at the very worst; who comes later is better told to try again. */
const defaultMaxWaiting = 32;
/** Starting a thread counts too and takes about a second. */
const limitMs = 10_000;

export interface InkPool {
  /**
   * `prepareInk` in a worker thread; only the header is read on the caller's.
   * @throws ContractPdfError as prepareInk
   * @throws WorkerPoolError when too many wait already, when it took too long, or after `close`
   */
  prepare(png: Buffer): Promise<InkMask>;
  /** `prepareNameInk` in a worker thread. @throws as above */
  prepareName(picture: Buffer): Promise<InkMask>;
  load(): TurnsLoad;
  /** Ends the threads; what is under way or waits is refused. */
  close(): Promise<void>;
}

/** What is absent is half of the cores, 32 that wait and 10 s for each picture. */
export type InkPoolOptions = Partial<Pick<WorkerPoolOptions, 'workers' | 'maxWaiting' | 'deadline' | 'start'>>;

function maskOf(work: InkWork): InkMask {
  if ('refusal' in work) throw new ContractPdfError(work.refusal.code, work.refusal.message);
  const { buffer, byteOffset, byteLength } = work.mask.deflatedAlpha;
  return { ...work.mask, deflatedAlpha: Buffer.from(buffer, byteOffset, byteLength) };
}

/** Decodes signatures away from the event loop: a few threads, a bounded queue, a time limit for each picture. */
export function createInkPool(options: InkPoolOptions = {}): InkPool {
  const pool = createWorkerPool<InkToMake, InkWork>({
    workerFile: join(__dirname, 'ink-worker.ts'),
    workers: defaultWorkers,
    maxWaiting: defaultMaxWaiting,
    deadline: () => AbortSignal.timeout(limitMs),
    ...options,
  });
  async function make(of: InkToMake['of'], bytes: Buffer): Promise<InkMask> {
    // A copy of its own to hand over: a Buffer may be a window on memory that holds other people's uploads.
    const picture = new Uint8Array(bytes);
    return maskOf(await pool.run({ of, picture }, [picture.buffer]));
  }
  return {
    async prepare(png) {
      checkPngHeader(png);
      return make('signature', png);
    },
    prepareName: (picture) => make('name', picture),
    load: pool.load,
    close: () => pool.close(),
  };
}
