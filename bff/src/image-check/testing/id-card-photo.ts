import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { threadCode } from '../../threads/thread-code';
import { createWorkerPool, type WorkerPool } from '../../threads/worker-pool';
import type { IdCardPhotoOptions } from './draw-id-card-photo';

const never = new AbortController().signal;

const DRAWING = join(__dirname, 'draw-id-card-photo.ts');
/** Photos that were drawn on this machine. */
const FOLDER = resolve(__dirname, '../../../../.cache/id-card-photos');

/** Idle workers do not keep the process alive, so nobody has to close it. */
let pool: WorkerPool<IdCardPhotoOptions, Uint8Array> | undefined;

/**
 * A photo of a made-up ID card, for tests: a JPEG of 1600 × 1010 or, by `half`, 800 × 505: nobody's face, name or number is on it.
 * @throws RangeError when more than 1 MB is asked for
 */
export async function drawIdCardPhoto(options: IdCardPhotoOptions): Promise<Buffer> {
  pool ??= createWorkerPool({ workerFile: DRAWING, workers: 2, deadline: () => never });
  return Buffer.from(await pool.run(options));
}

/** The same, drawn once a machine by the code that draws: it takes half a second, and comes out alike each time. */
export async function makeIdCardPhoto(options: IdCardPhotoOptions): Promise<Buffer> {
  const sha256 = createHash('sha256')
    .update(JSON.stringify([threadCode(DRAWING), options]))
    .digest('hex');
  const file = join(FOLDER, `${sha256}.jpg`);
  if (existsSync(file)) {
    return readFile(file);
  }
  const photo = await drawIdCardPhoto(options);
  mkdirSync(FOLDER, { recursive: true });
  // Two processes may draw the same at once: none must read half a file.
  writeFileSync(`${file}.${process.pid}`, photo);
  renameSync(`${file}.${process.pid}`, file);
  return photo;
}
