import type { ImageMediaType } from '@acceptance/shared';

export interface ImageHeader {
  readonly mediaType: ImageMediaType;
  /** As stored, before EXIF orientation. */
  readonly width: number;
  readonly height: number;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function pngHeader(bytes: Buffer): ImageHeader | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(PNG_SIGNATURE) || bytes.toString('latin1', 12, 16) !== 'IHDR') {
    return null;
  }
  return { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** BITMAPFILEHEADER, then a BITMAPINFOHEADER or a longer one; a negative height means rows from the top. */
function bmpHeader(bytes: Buffer): ImageHeader | null {
  if (bytes.length < 54 || bytes.toString('latin1', 0, 2) !== 'BM' || bytes.readUInt32LE(14) < 40) {
    return null;
  }
  return { mediaType: 'image/bmp', width: bytes.readUInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) };
}

interface JpegSegment {
  readonly marker: number;
  /** Of the first byte behind the length field. */
  readonly offset: number;
  readonly length: number;
}

const SOS = 0xda;
/** Baseline, extended sequential and progressive Huffman frames: what decoders in use can read. */
const READABLE_FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/** The segments from SOI up to the first scan (ITU-T T.81, annex B). Ends early where the file is damaged. */
function* jpegSegments(bytes: Buffer): Generator<JpegSegment> {
  let position = 2;
  while (position + 4 <= bytes.length && bytes[position] === 0xff) {
    const marker = bytes.readUInt8(position + 1);
    if (marker === 0xff) {
      // fill byte
      position += 1;
      continue;
    }
    const length = bytes.readUInt16BE(position + 2);
    if (length < 2) {
      return;
    }
    yield { marker, offset: position + 4, length: length - 2 };
    if (marker === SOS) {
      return;
    }
    position += 2 + length;
  }
}

const isJpeg = (bytes: Buffer): boolean => bytes.length > 4 && bytes[0] === 0xff && bytes[1] === 0xd8;

function jpegHeader(bytes: Buffer): ImageHeader | null {
  if (!isJpeg(bytes)) {
    return null;
  }
  for (const { marker, offset, length } of jpegSegments(bytes)) {
    if (READABLE_FRAMES.has(marker) && length >= 6 && offset + 6 <= bytes.length) {
      const height = bytes.readUInt16BE(offset + 1);
      const width = bytes.readUInt16BE(offset + 3);
      return { mediaType: 'image/jpeg', width, height };
    }
  }
  return null;
}

/** Type and size of a PNG, JPEG or BMP by its first bytes, without decoding; null when it is none that can be read. */
export const readImageHeader = (bytes: Buffer): ImageHeader | null =>
  pngHeader(bytes) ?? jpegHeader(bytes) ?? bmpHeader(bytes);

/**
 * Whether a JPEG has an end (EOI) behind its first scan. Decoders fill what is missing with grey and say nothing.
 * Inside a scan every FF is followed by 00 or a restart marker, so FF D9 there is the end and nothing else.
 */
export function hasJpegEnd(bytes: Buffer): boolean {
  for (const { marker, offset } of jpegSegments(bytes)) {
    if (marker === SOS) {
      return bytes.indexOf(Buffer.from([0xff, 0xd9]), offset) !== -1;
    }
  }
  return false;
}
