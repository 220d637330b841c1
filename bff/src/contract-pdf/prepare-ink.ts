import { deflateSync } from 'node:zlib';
import { defaultFormats } from 'jimp';
import { ContractPdfError } from './contract-pdf-error';
import type { InkMask } from './contract-types';
import { largestInkSide } from './ink-mask-bytes';
import { checkPngHeader } from './png-header';

/** Fainter than this is paper, not ink. */
const noise = 32;
const solid = 128;
const fewestInkPixels = 60;
/** A signature's box: its longer side against the picture's, and both sides in pixels. */
const smallestShare = 0.1;
const smallestLongSide = 24;
const smallestShortSide = 12;
/** More ink than this is a photograph or an inverted picture. */
const largestInkShare = 0.5;
const margin = 3;

// jimp's own PNG decoder without its guessing of formats: what gets here is known to be a PNG.
const pngFormat = defaultFormats.map((format) => format()).find((format) => format.mime === 'image/png');

interface Alpha {
  width: number;
  height: number;
  values: Uint8Array;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Turns the PNG of a handwritten signature, on transparent or white ground, into the mask the contract is printed with:
 * cropped, at most 1000 pixels a side. Blocks its thread for tenths of a second (4 megapixels): a server uses the ink pool.
 * @throws ContractPdfError `ink_unreadable` (not a PNG, too large, mostly dark), `ink_empty`, `ink_too_small` (a dot or a line)
 */
export async function prepareInk(png: Buffer): Promise<InkMask> {
  checkPngHeader(png);
  const picture = decode(png);
  const alpha = inkAlpha(picture.data, picture.width, picture.height);
  const { box, ink } = measure(alpha);
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
  const mask = shrink(crop(alpha, box));
  return {
    width: mask.width,
    height: mask.height,
    deflatedAlpha: deflateSync(mask.values, { level: 6 }),
    inkPixels: countSolid(mask.values),
  };
}

function decode(png: Buffer): { data: Uint8Array; width: number; height: number } {
  try {
    if (!pngFormat) throw new Error('jimp has no PNG format');
    return pngFormat.decode(png);
  } catch (cause) {
    const error = new ContractPdfError('ink_unreadable', 'The signature picture is damaged');
    error.cause = cause;
    throw error;
  }
}

/** Opacity times darkness: right for black on white as well as for a stroke on nothing. */
function inkAlpha(rgba: Uint8Array, width: number, height: number): Alpha {
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

function measure({ width, height, values }: Alpha): { box: Box; ink: number } {
  const box: Box = { left: width, top: height, right: -1, bottom: -1 };
  let ink = 0;
  for (let y = 0, index = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, index += 1) {
      if ((values[index] ?? 0) < solid) continue;
      ink += 1;
      if (x < box.left) box.left = x;
      if (x > box.right) box.right = x;
      if (y < box.top) box.top = y;
      if (y > box.bottom) box.bottom = y;
    }
  }
  return { box, ink };
}

function crop(alpha: Alpha, box: Box): Alpha {
  const left = Math.max(0, box.left - margin);
  const top = Math.max(0, box.top - margin);
  const width = Math.min(alpha.width - 1, box.right + margin) - left + 1;
  const height = Math.min(alpha.height - 1, box.bottom + margin) - top + 1;
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const start = (top + y) * alpha.width + left;
    values.set(alpha.values.subarray(start, start + width), y * width);
  }
  return { width, height, values };
}

/** Averages whole blocks of pixels until both sides are within the limit. */
function shrink(alpha: Alpha): Alpha {
  const factor = Math.ceil(Math.max(alpha.width, alpha.height) / largestInkSide);
  if (factor <= 1) return alpha;
  const width = Math.ceil(alpha.width / factor);
  const height = Math.ceil(alpha.height / factor);
  const sums = new Float64Array(width * height);
  for (let y = 0, index = 0; y < alpha.height; y += 1) {
    const row = Math.floor(y / factor) * width;
    for (let x = 0; x < alpha.width; x += 1, index += 1) {
      const target = row + Math.floor(x / factor);
      sums[target] = (sums[target] ?? 0) + (alpha.values[index] ?? 0);
    }
  }
  return { width, height, values: Uint8Array.from(sums, (sum) => Math.round(sum / (factor * factor))) };
}

function countSolid(values: Uint8Array): number {
  return values.reduce((count, value) => (value >= solid ? count + 1 : count), 0);
}
