import { encodeJpeg } from '../image-check/encode-jpeg';
import { openPhoto } from '../image-check/open-photo';
import { upToPngEnd } from '../image-check/png-pixel-data';
import { markBitmap } from './mark-bitmap';
import { textMask } from './text-mask';

export interface PhotoWithLines {
  readonly bytes: Uint8Array;
  readonly isPng: boolean;
  readonly lines: readonly string[];
}

/** Letters are so many of them high on the shorter side: read at a glance, and too many to be painted over. */
const LETTERS_A_SIDE = 26;
const SMALLEST_LETTER = 12;
/** What is read of a photo is small print. */
const QUALITY = 88;

/** Decodes, marks and encodes a photo. It blocks its thread for up to seconds: run it in a worker. */
export default async function markPhoto({ bytes, isPng, lines }: PhotoWithLines): Promise<Uint8Array> {
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { bitmap } = await openPhoto(isPng ? upToPngEnd(given) : given);
  const letter = Math.max(SMALLEST_LETTER, Math.round(Math.min(bitmap.width, bitmap.height) / LETTERS_A_SIDE));
  markBitmap(bitmap, textMask(lines, letter));
  return encodeJpeg(bitmap, QUALITY);
}
