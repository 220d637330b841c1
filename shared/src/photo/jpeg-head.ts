/** What a JPEG says of itself before its first scan. */
export interface JpegHead {
  /** As stored, before the orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** 1–8 as EXIF counts (EXIF 2.32, tag 0x0112); 1 is upright, 5 to 8 swap the sides. */
  readonly orientation: number;
}

/** APP1 with EXIF and its small picture, then colour profiles: what comes before the size fits in this. */
export const JPEG_HEAD_BYTES = 256 * 1024;

const SOS = 0xda;
const APP1 = 0xe1;
const FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2];
const ORIENTATION_TAG = 0x0112;
const DIRECTORY_ENTRY = 12;

function orientationIn(bytes: DataView, start: number, end: number): number | null {
  const isExif = end - start > 20 && bytes.getUint32(start) === 0x45786966 && bytes.getUint16(start + 4) === 0;
  if (!isExif) {
    return null;
  }
  const tiff = start + 6;
  const isLittle = bytes.getUint16(tiff) === 0x4949;
  const directory = tiff + bytes.getUint32(tiff + 4, isLittle);
  if (directory + 2 > end) {
    return null;
  }
  const entries = bytes.getUint16(directory, isLittle);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * DIRECTORY_ENTRY;
    if (at + DIRECTORY_ENTRY > end) {
      return null;
    }
    if (bytes.getUint16(at, isLittle) === ORIENTATION_TAG) {
      const value = bytes.getUint16(at + 8, isLittle);
      return value >= 1 && value <= 8 ? value : null;
    }
  }
  return null;
}

/** By the first bytes of the file (ITU-T T.81, annex B); null when they do not tell. */
export function jpegHead(head: Uint8Array): JpegHead | null {
  const bytes = new DataView(head.buffer, head.byteOffset, head.byteLength);
  let orientation = 1;
  for (let at = 2; at + 4 <= head.length && head[at] === 0xff; ) {
    const marker = bytes.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const [start, end] = [at + 4, Math.min(head.length, at + 2 + bytes.getUint16(at + 2))];
    if (marker === APP1) {
      orientation = orientationIn(bytes, start, end) ?? orientation;
    }
    if (FRAMES.includes(marker) && end - start >= 5) {
      return { width: bytes.getUint16(start + 3), height: bytes.getUint16(start + 1), orientation };
    }
    if (marker === SOS || end <= start) {
      return null;
    }
    at = end;
  }
  return null;
}
