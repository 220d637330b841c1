import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@acceptance/shared';
import type { PhotoMarker } from '../ports/photo-marker';
import type { TurnsLoad } from '../threads/turns';
import { createWorkerPool, WorkerPoolError, type WorkerPoolOptions } from '../threads/worker-pool';
import type { PhotoWithLines } from './mark-photo';

/** The largest photo takes some seconds of a core, the first one of a thread a second more for the font. */
const MARK_LIMIT_MS = 30_000;
/** A reviewer opens half a dozen photos of an application at once. */
const MAX_WAITING_A_WORKER = 32;
const BUSY_SECONDS = 3;

export interface ClosablePhotoMarker extends PhotoMarker {
  load(): TurnsLoad;
  /** Ends the threads; what is under way or waits is refused. */
  close(): Promise<void>;
}

/** Threads of their own: staff who look are not kept waiting by applicants who upload. */
export function createPhotoMarker(
  options: Partial<Pick<WorkerPoolOptions, 'workers' | 'maxWaiting' | 'deadline' | 'start'>> = {},
): ClosablePhotoMarker {
  const { workers = availableParallelism() } = options;
  const pool = createWorkerPool<PhotoWithLines, Uint8Array>({
    workerFile: join(__dirname, 'mark-photo.ts'),
    workers,
    maxWaiting: options.maxWaiting ?? workers * MAX_WAITING_A_WORKER,
    deadline: options.deadline ?? (() => AbortSignal.timeout(MARK_LIMIT_MS)),
    start: options.start,
  });
  return {
    async mark({ bytes, mediaType, lines }) {
      // A copy of its own to hand over: a Buffer may be a window on memory that holds other people's files.
      const copy = new Uint8Array(bytes);
      try {
        return Buffer.from(await pool.run({ bytes: copy, isPng: mediaType === 'image/png', lines }, [copy.buffer]));
      } catch (cause) {
        if (cause instanceof WorkerPoolError && cause.failure === 'queue-full') {
          throw new AppError('files.busy', { details: { seconds: BUSY_SECONDS }, cause });
        }
        // Never the photo without its mark.
        throw new AppError('server.unavailable', { cause });
      }
    },
    load: pool.load,
    close: () => pool.close(),
  };
}
