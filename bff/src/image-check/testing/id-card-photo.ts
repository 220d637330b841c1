import { join } from 'node:path';
import { createWorkerPool, type WorkerPool } from '../../threads/worker-pool';
import type { IdCardPhotoOptions } from './draw-id-card-photo';

const never = new AbortController().signal;

/** Idle workers do not keep the process alive, so nobody has to close it. */
let pool: WorkerPool<IdCardPhotoOptions, Uint8Array> | undefined;

/**
 * A photo of a made-up ID card, for tests: a JPEG of 1600 × 1010 or, by `half`, 800 × 505: nobody's face, name or number is on it.
 * @throws RangeError when more than 1 MB is asked for
 */
export async function makeIdCardPhoto(options: IdCardPhotoOptions): Promise<Buffer> {
  pool ??= createWorkerPool({
    workerFile: join(__dirname, 'draw-id-card-photo.ts'),
    workers: 2,
    deadline: () => never,
  });
  return Buffer.from(await pool.run(options));
}
