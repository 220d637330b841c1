import { inflateSync } from 'node:zlib';

const SIGNATURE_LENGTH = 8;
/** Length, type and CRC. */
const CHUNK_FRAME = 12;
/** Samples a pixel by colour type (PNG specification, section 11.2.2). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Start and step of the seven Adam7 passes: x, y, step in x, step in y (section 8.2). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
/** Some encoders leave a little behind the last row. */
const SLACK = 64 * 1024;

/** Rows of a pass, each with its filter byte. */
function passLength(width: number, height: number, bitsAPixel: number): number {
  return width > 0 && height > 0 ? height * (1 + Math.ceil((width * bitsAPixel) / 8)) : 0;
}

/** How many bytes the pixels have, unpacked, by what IHDR says. */
function announcedLength(bytes: Buffer): number {
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const bitsAPixel = bytes.readUInt8(24) * (SAMPLES[bytes.readUInt8(25)] ?? 0);
  const isInterlaced = bytes.readUInt8(28) === 1;
  if (!isInterlaced) {
    return passLength(width, height, bitsAPixel);
  }
  return ADAM7.reduce((sum, [x, y, stepX, stepY]) => {
    const columns = Math.ceil((width - x) / stepX);
    const rows = Math.ceil((height - y) / stepY);
    return sum + passLength(columns, rows, bitsAPixel);
  }, 0);
}

interface PngChunk {
  readonly type: string;
  readonly content: Buffer;
  /** Of the byte behind it. */
  readonly end: number;
}

function* pngChunks(bytes: Buffer): Generator<PngChunk> {
  for (let at = SIGNATURE_LENGTH; at + CHUNK_FRAME <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const end = at + CHUNK_FRAME + length;
    yield { type: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, at + 8 + length), end };
    at = end;
  }
}

/** The contents of all IDAT chunks, joined. */
const compressedPixels = (bytes: Buffer): Buffer =>
  Buffer.concat([...pngChunks(bytes)].flatMap(({ type, content }) => (type === 'IDAT' ? [content] : [])));

/**
 * A PNG ends with its IEND chunk (PNG specification, 11.2.5). What some phones and programs append is no part of the picture, and the
 * decoder (pngjs) refuses the whole for it. Answers the bytes themselves when there is no end.
 */
export function upToPngEnd(bytes: Buffer): Buffer {
  for (const { type, end } of pngChunks(bytes)) {
    if (type === 'IEND') {
      return end < bytes.length ? bytes.subarray(0, end) : bytes;
    }
  }
  return bytes;
}

/**
 * Whether the pixels of a PNG unpack to just what its header announces. The decoder (pngjs) does not ask: it paints what
 * is missing black, and unpacks interlaced pictures without any limit, so that one megabyte can become a thousand.
 */
export function hasAnnouncedPixelData(bytes: Buffer): boolean {
  const announced = announcedLength(bytes);
  try {
    return inflateSync(compressedPixels(bytes), { maxOutputLength: announced + SLACK }).length >= announced;
  } catch {
    return false;
  }
}
