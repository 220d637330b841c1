import { join } from 'node:path';
import type { ContractTrust, ContractVerification } from '../../contract-pdf/verify';
import type { TurnsLoad } from '../../threads/turns';
import { createWorkerPool, type WorkerPoolOptions } from '../../threads/worker-pool';
import type { FileToVerify } from './verify-worker';

/** A contract takes some milliseconds and the worst file that was found 0.4 s; starting the thread takes most of it. */
const LIMIT_MS = 5000;
const MAX_WAITING = 16;
const MOST_HEAP_MB = 256;

export type VerifyingPoolOptions = Partial<Pick<WorkerPoolOptions, 'workers' | 'maxWaiting' | 'deadline' | 'start'>>;

export interface VerifyingPool {
  /**
   * `verifyContractPdf` in a thread, one file at a time.
   * @throws WorkerPoolError when too many wait, or when it took too long; Error ERR_WORKER_OUT_OF_MEMORY
   */
  verify(pdf: Uint8Array, trust: ContractTrust): Promise<ContractVerification>;
  load(): TurnsLoad;
  close(): Promise<void>;
}

export function createVerifyingPool(options: VerifyingPoolOptions = {}): VerifyingPool {
  const pool = createWorkerPool<FileToVerify, ContractVerification>({
    workerFile: join(__dirname, 'verify-worker.ts'),
    workers: 1,
    maxWaiting: MAX_WAITING,
    mostHeapMb: MOST_HEAP_MB,
    deadline: () => AbortSignal.timeout(LIMIT_MS),
    ...options,
  });
  return {
    verify(pdf, trust) {
      // A copy of its own: a Buffer may be a window on memory that holds other people's uploads.
      const copy = new Uint8Array(pdf);
      return pool.run({ pdf: copy, trust }, [copy.buffer]);
    },
    load: pool.load,
    close: () => pool.close(),
  };
}
