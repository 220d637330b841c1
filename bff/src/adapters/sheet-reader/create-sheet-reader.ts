import { join } from 'node:path';
import type { SheetReader, SheetReading } from '../../ports/sheet-reader';
import type { TurnsLoad } from '../../threads/turns';
import { createWorkerPool, WorkerPoolError, type WorkerPoolOptions } from '../../threads/worker-pool';
import type { SheetRead, SheetToRead } from './read-sheet';

/** A statement of five thousand lines takes a second of a core. */
const READ_LIMIT_MS = 20_000;
/** Finance is a handful of people. */
const MAX_WAITING = 8;
const MOST_HEAP_MB = 512;

/** Of files that hold files: Excel until 2003, and today's where it has a password. */
const OLD_CONTAINER = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const PASSWORD_MARK = Buffer.from('EncryptedPackage', 'utf16le');

const isHeapFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A reader of workbooks, one at a time in a thread of its own. */
export function createSheetReader({
  start,
}: Pick<WorkerPoolOptions, 'start'> = {}): SheetReader & { load(): TurnsLoad; close(): Promise<void> } {
  const pool = createWorkerPool<SheetToRead, SheetRead>({
    workerFile: join(__dirname, 'read-sheet.ts'),
    workers: 1,
    maxWaiting: MAX_WAITING,
    mostHeapMb: MOST_HEAP_MB,
    deadline: () => AbortSignal.timeout(READ_LIMIT_MS),
    start,
  });

  async function read(bytes: Uint8Array, mostRows: number): Promise<SheetReading> {
    // A copy of its own: a Buffer may be a window on memory that holds other people's uploads.
    const copy = new Uint8Array(bytes);
    try {
      return await pool.run({ bytes: copy, mostRows }, [copy.buffer]);
    } catch (error) {
      if (isHeapFull(error)) {
        return { refused: 'too-large' };
      }
      if (error instanceof WorkerPoolError) {
        return { refused: error.failure === 'timed-out' ? 'too-large' : 'busy' };
      }
      throw error;
    }
  }

  return {
    read: (bytes, mostRows) => {
      const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      if (start.subarray(0, OLD_CONTAINER.length).equals(OLD_CONTAINER)) {
        return Promise.resolve({ refused: start.includes(PASSWORD_MARK) ? 'protected' : 'old-format' });
      }
      return read(bytes, mostRows);
    },
    load: pool.load,
    close: () => pool.close(),
  };
}
