import { deflateSync } from 'node:zlib';
import { type AlphaPicture, countSolidInk, cropAlpha, measureInk, shrinkAlpha, solidInk } from './alpha-picture';
import { ContractPdfError } from './contract-pdf-error';
import type { InkMask } from './contract-types';
import { type DecodedPicture, decodePngOrJpeg } from './decode-picture';

/** Pixels: 1500 dpi for three characters of the contract's table, and sharp on a phone. */
const largestSide = 600;
/** What a printed name never needs: more are the grain of a photograph. */
const mostBytes = 32 * 1024;
/** Steps of grey between paper and writing, below which nothing tells them apart. */
const leastContrast = 60;
const largestInkShare = 0.5;
const fewestInkPixels = 60;
/** A name's box in pixels, and its longer side against the picture's. */
const smallestShortSide = 16;
const smallestShare = 0.2;

/**
 * Turns a picture of a printed name, dark on light (PNG or JPEG: drawn, scanned or cut out of a photo of a card), into ink
 * that is all or nothing, as it is printed: cropped, at most 600 pixels a side. Blocks its thread like `prepareInk`.
 * @throws ContractPdfError `ink_unreadable` (no such picture, too large, dark, or a photograph of something else), `ink_empty`,
 * `ink_too_small`
 */
export async function prepareNameInk(picture: Buffer): Promise<InkMask> {
  const alpha = inkOnPaper(decodePngOrJpeg(picture));
  const { box, ink } = measureInk(alpha);
  if (ink === 0) throw new ContractPdfError('ink_empty', 'Nothing is written on the picture');
  if (ink > alpha.values.length * largestInkShare) {
    throw new ContractPdfError('ink_unreadable', 'The picture is mostly dark: no name on light ground');
  }
  const [width, height] = [box.right - box.left + 1, box.bottom - box.top + 1];
  const isSmall =
    ink < fewestInkPixels ||
    Math.min(width, height) < smallestShortSide ||
    Math.max(width, height) < smallestShare * Math.max(alpha.width, alpha.height);
  if (isSmall) throw new ContractPdfError('ink_too_small', 'The name is too small on the picture');
  const mask = shrinkAlpha(cropAlpha(alpha, box), largestSide);
  const values = mask.values.map((value) => (value >= solidInk ? 255 : 0));
  const deflatedAlpha = deflateSync(values, { level: 9 });
  if (deflatedAlpha.length > mostBytes) {
    throw new ContractPdfError('ink_unreadable', 'The picture has more grain than a name has strokes');
  }
  return { width: mask.width, height: mask.height, deflatedAlpha, inkPixels: countSolidInk(values) };
}

/** Darkness between the ground, which is most of the picture, and its darkest strokes: a card is not white, nor its print black. */
function inkOnPaper({ data, width, height }: DecodedPicture): AlphaPicture {
  const luma = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  for (let pixel = 0, byte = 0; pixel < luma.length; pixel += 1, byte += 4) {
    const opacity = (data[byte + 3] ?? 0) / 255;
    const colour = 0.299 * (data[byte] ?? 0) + 0.587 * (data[byte + 1] ?? 0) + 0.114 * (data[byte + 2] ?? 0);
    const grey = Math.round(255 - opacity * (255 - colour));
    luma[pixel] = grey;
    counts[grey] = (counts[grey] ?? 0) + 1;
  }
  const paper = greyAt(counts, luma.length * 0.7);
  const strokes = greyAt(counts, fewestInkPixels);
  const contrast = paper - strokes;
  if (contrast < leastContrast) return { width, height, values: new Uint8Array(luma.length) };
  const values = luma.map((grey) => Math.max(0, Math.min(255, Math.round((255 * (paper - grey)) / contrast))));
  return { width, height, values };
}

/** The grey below which so many pixels are. */
function greyAt(counts: Uint32Array, pixels: number): number {
  let below = 0;
  for (const [grey, count] of counts.entries()) {
    below += count;
    if (below > pixels) return grey;
  }
  return counts.length - 1;
}
