import { deflateSync } from 'node:zlib';
import { type AlphaPicture, countSolidInk, cropAlpha, measureInk, shrinkAlpha } from './alpha-picture';
import { ContractPdfError } from './contract-pdf-error';
import type { InkMask } from './contract-types';
import { decodePng } from './decode-picture';
import { largestInkSide } from './ink-mask-bytes';
import { noWritingIn } from './ink-shape';

/** Fainter than this is paper, not ink. */
const noise = 32;
const fewestInkPixels = 60;
/** A signature's box: its longer side against the picture's, and both sides in pixels. */
const smallestShare = 0.1;
const smallestLongSide = 24;
const smallestShortSide = 12;
/** More ink than this is a photograph or an inverted picture. */
const largestInkShare = 0.5;

/**
 * Turns the PNG of a handwritten signature, on transparent or white ground, into the mask the contract is printed with:
 * cropped, at most 1000 pixels a side. Blocks its thread for tenths of a second (4 megapixels): a server uses the ink pool.
 * @throws ContractPdfError `ink_unreadable` (not a PNG, too large, mostly dark), `ink_empty`, `ink_too_small` (a dot or a
 * short stroke), `ink_not_writing` (one straight line, a frame, noise)
 */
export async function prepareInk(png: Buffer): Promise<InkMask> {
  const picture = decodePng(png);
  const alpha = madeSolid(inkAlpha(picture.data, picture.width, picture.height));
  const { box, ink } = measureInk(alpha);
  if (ink === 0) throw new ContractPdfError('ink_empty', 'The signature is empty');
  if (ink > alpha.values.length * largestInkShare) {
    throw new ContractPdfError('ink_unreadable', 'The picture is mostly dark: not a signature on light ground');
  }
  const width = box.right - box.left + 1;
  const height = box.bottom - box.top + 1;
  const longSide = Math.max(width, height);
  const isSmall =
    ink < fewestInkPixels ||
    longSide < Math.max(smallestLongSide, smallestShare * Math.max(alpha.width, alpha.height)) ||
    Math.min(width, height) < smallestShortSide;
  if (isSmall) throw new ContractPdfError('ink_too_small', 'The signature is only a dot or a short stroke');
  const shape = noWritingIn(alpha, box);
  if (shape) throw new ContractPdfError('ink_not_writing', `The picture shows no writing but ${shape}`);
  const mask = shrinkAlpha(cropAlpha(alpha, box), largestInkSide);
  return {
    width: mask.width,
    height: mask.height,
    deflatedAlpha: deflateSync(mask.values, { level: 6 }),
    inkPixels: countSolidInk(mask.values),
  };
}

/** From here on a pen is a faint one, and not a shadow on paper. */
const faintestPen = 64;
const solidPen = 230;
const ofPen = 0.9;

/** A pen whose strokes are half transparent, or grey, wrote all the same: what it made darkest becomes full ink. */
function madeSolid(alpha: AlphaPicture): AlphaPicture {
  const histogram = new Uint32Array(256);
  for (const value of alpha.values) histogram[value] = (histogram[value] ?? 0) + 1;
  const inked = alpha.values.length - (histogram[0] ?? 0);
  let below = 0;
  let pen = 0;
  for (let value = 1; value < 256 && below < inked * ofPen; value += 1) {
    below += histogram[value] ?? 0;
    pen = value;
  }
  if (inked < fewestInkPixels || pen < faintestPen || pen >= solidPen) return alpha;
  return { ...alpha, values: alpha.values.map((value) => Math.min(255, Math.round((value * 255) / pen))) };
}

/** Opacity times darkness: right for black on white as well as for a stroke on nothing. */
function inkAlpha(rgba: Uint8Array, width: number, height: number): AlphaPicture {
  const values = new Uint8Array(width * height);
  for (let pixel = 0, byte = 0; pixel < values.length; pixel += 1, byte += 4) {
    const opacity = rgba[byte + 3] ?? 0;
    if (opacity === 0) continue;
    const luma = 0.299 * (rgba[byte] ?? 0) + 0.587 * (rgba[byte + 1] ?? 0) + 0.114 * (rgba[byte + 2] ?? 0);
    const ink = Math.round((opacity * (255 - luma)) / 255);
    values[pixel] = ink < noise ? 0 : ink;
  }
  return { width, height, values };
}
