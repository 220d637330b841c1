import { join } from 'node:path';
import { createDecodePool, type DecodePool } from '../decode-pool';
import type { IdCardPhotoOptions } from './draw-id-card-photo';

const never = new AbortController().signal;

/** Idle workers do not keep the process alive, so nobody has to close it. */
let pool: DecodePool<IdCardPhotoOptions, Uint8Array> | undefined;

/**
 * A photo of a made-up ID card, 1600 × 1010 JPEG of 150 KB–1 MB, for tests: nobody's face, name or number is on it.
 * @throws RangeError when more than 1 MB is asked for
 */
export async function makeIdCardPhoto(options: IdCardPhotoOptions): Promise<Buffer> {
  pool ??= createDecodePool({
    workerFile: join(__dirname, 'draw-id-card-photo.ts'),
    workers: 2,
    deadline: () => never,
  });
  const photo = await pool.run(options);
  if (!photo) {
    throw new Error('the drawing was ended before it was done');
  }
  return Buffer.from(photo);
}
