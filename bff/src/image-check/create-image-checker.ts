import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  AppError,
  FILE_RULES,
  type FilePurpose,
  type FileRule,
  fitsSignatureSheet,
  IMAGE_MEDIA_TYPES,
  type ImageMediaType,
  isBlank,
  MAX_IMAGE_PIXELS,
  MAX_IMAGE_SIDE,
  MIN_ID_PHOTO_SHORT_SIDE,
  pictureKind,
} from '@acceptance/shared';
import type { TurnsLoad } from '../threads/turns';
import { createWorkerPool, type StartThreads, WorkerPoolError } from '../threads/worker-pool';
import type { DecodedPhoto, PhotoToDecode } from './decode-photo';
import type { ImageFacts } from './image-facts';
import { hasJpegEnd, type ImageHeader, readImageHeader } from './image-header';
import { readableSize } from './readable-size';

/** The largest photo takes two seconds of a core; the phone waits 90. */
const DECODE_LIMIT_MS = 20_000;
/** A few seconds of decoding for each core; whoever comes later is told to try again, and need not hold a megabyte here. */
const MAX_WAITING_A_WORKER = 16;
/** By then most of those who wait have been served. */
const BUSY_SECONDS = 5;

export interface ImageToCheck {
  readonly bytes: Buffer;
  /** Content-Type of the upload; `application/octet-stream` = the client does not know. */
  readonly declaredMediaType: string;
  readonly purpose: FilePurpose;
}

export interface ImageChecker {
  /** @throws AppError `files.*` when the image is refused */
  check(input: ImageToCheck): Promise<ImageFacts>;
  /** Photos that are being decoded, and that wait for it. */
  load(): TurnsLoad;
  close(): Promise<void>;
}

export interface ImageCheckerOptions {
  /** Decoding threads; one for each core when absent. */
  readonly workers?: number;
  /** How many photos may wait for a thread; 16 for each when absent. */
  readonly maxWaiting?: number;
  /** Asked for when a decoding starts; 20 s when absent. */
  readonly deadline?: () => AbortSignal;
  readonly start?: StartThreads | undefined;
}

/** Names that phones and old programs use for the same formats. */
const MEDIA_TYPE_ALIASES: Readonly<Record<string, ImageMediaType>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'image/x-ms-bmp': 'image/bmp',
  'image/x-bmp': 'image/bmp',
};
const UNKNOWN_TYPES: ReadonlySet<string> = new Set(['', 'application/octet-stream', 'image/*']);

function checkSize(length: number, purpose: FilePurpose): void {
  const { minBytes, maxBytes } = FILE_RULES[purpose];
  if (length === 0) {
    throw new AppError('files.missing');
  }
  if (length < minBytes) {
    const details = { actual: readableSize(length, 'down'), minimum: readableSize(minBytes, 'up') };
    throw new AppError('files.too_small', { details });
  }
  if (length > maxBytes) {
    const details = { actual: readableSize(length, 'up'), maximum: readableSize(maxBytes, 'down') };
    throw new AppError(purpose === 'signature' ? 'signature.too_large' : 'files.too_large', { details });
  }
}

/**
 * A file that is no picture, or one that only the phone which took it can open, is told so: nothing about it is incomplete.
 * Signatures come from our own canvas.
 */
function refuseUnreadable(bytes: Buffer, purpose: FilePurpose): never {
  const kind = purpose === 'signature' ? 'other' : pictureKind(bytes);
  if (kind === 'jpeg' || kind === 'png') {
    throw new AppError('files.damaged');
  }
  if (kind === 'heic' || kind === 'avif') {
    throw new AppError('files.heic');
  }
  throw new AppError(kind === 'none' ? 'files.not_a_picture' : 'files.wrong_type');
}

function checkType(header: ImageHeader, rule: FileRule, declared: string): void {
  const written = declared.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const type = MEDIA_TYPE_ALIASES[written] ?? written;
  const isKnown = IMAGE_MEDIA_TYPES.some((known) => known === type);
  if (!rule.mediaTypes.includes(header.mediaType) || !(isKnown || UNKNOWN_TYPES.has(type))) {
    throw new AppError('files.wrong_type');
  }
  if (isKnown && type !== header.mediaType) {
    throw new AppError('files.type_mismatch');
  }
}

function checkPixels({ width, height }: ImageHeader, purpose: FilePurpose): void {
  if (width === 0 || height === 0) {
    throw new AppError('files.damaged');
  }
  if (purpose === 'signature' && !fitsSignatureSheet(width, height)) {
    throw new AppError('signature.too_large', { details: { actual: `${width} × ${height}` } });
  }
  if (width * height > MAX_IMAGE_PIXELS || Math.max(width, height) > MAX_IMAGE_SIDE) {
    throw new AppError('files.too_many_pixels');
  }
  const isIdPhoto = purpose === 'id-card-front' || purpose === 'id-card-back';
  if (isIdPhoto && Math.min(width, height) < MIN_ID_PHOTO_SHORT_SIDE) {
    throw new AppError('files.too_few_pixels');
  }
}

/**
 * A picture whose decoding does not end is damaged, or made to harm; one that was not looked at may be sent again.
 * @throws AppError files.damaged, files.busy, server.unavailable, else what was thrown
 */
function refuseUndecoded(cause: unknown): never {
  if (!(cause instanceof WorkerPoolError)) {
    throw cause;
  }
  switch (cause.failure) {
    case 'timed-out':
      throw new AppError('files.damaged');
    case 'queue-full':
      throw new AppError('files.busy', { details: { seconds: BUSY_SECONDS }, cause });
    case 'closed':
      throw new AppError('server.unavailable', { cause });
  }
}

/**
 * Checks uploaded images, cheapest question first: size in bytes, type by content, declared type, pixels by header, and
 * only then the whole picture, decoded in a worker thread. Signatures (small PNGs of our own canvas) end at the header.
 */
export function createImageChecker(options: ImageCheckerOptions = {}): ImageChecker {
  const { workers = availableParallelism() } = options;
  const pool = createWorkerPool<PhotoToDecode, DecodedPhoto>({
    workerFile: join(__dirname, 'decode-photo.ts'),
    workers,
    maxWaiting: options.maxWaiting ?? workers * MAX_WAITING_A_WORKER,
    deadline: options.deadline ?? (() => AbortSignal.timeout(DECODE_LIMIT_MS)),
    start: options.start,
  });
  return {
    async check({ bytes, declaredMediaType, purpose }) {
      const rule = FILE_RULES[purpose];
      checkSize(bytes.length, purpose);
      const header = readImageHeader(bytes) ?? refuseUnreadable(bytes, purpose);
      checkType(header, rule, declaredMediaType);
      checkPixels(header, purpose);
      const { mediaType, width, height } = header;
      if (purpose === 'signature') {
        return { mediaType, width, height, look: null };
      }
      if (mediaType === 'image/jpeg' && !hasJpegEnd(bytes)) {
        throw new AppError('files.damaged');
      }
      // A copy of its own: a Buffer may be a window on memory that holds other people's uploads.
      const copy = new Uint8Array(bytes);
      const photo = { bytes: copy, mediaType, width, height, maxPixels: MAX_IMAGE_PIXELS };
      const decoded = await pool.run(photo, [copy.buffer]).catch(refuseUndecoded);
      if (!decoded) {
        throw new AppError('files.damaged');
      }
      if (isBlank(decoded.look.measures)) {
        throw new AppError('files.blank');
      }
      return { mediaType, ...decoded };
    },
    load: pool.load,
    close: () => pool.close(),
  };
}
