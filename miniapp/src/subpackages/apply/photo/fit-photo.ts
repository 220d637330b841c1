import { FILE_RULES, type FilePurpose, MIN_ID_PHOTO_SHORT_SIDE } from '@acceptance/shared';
import type { ChosenPhoto } from '../../../platform/chosen-photo';
import type { JpegWay, PixelSize } from '../../../platform/photo-canvas-props';
import { isIdPhoto, tooLarge, tooSmall } from './check-photo';

/** Longer sides to try, large first: 2560 pixels are 300 dpi for an A4 page's long side less its margins. */
const LONG_SIDES = [2560, 2000, 1600, 1200];
const FIRST_QUALITY = 85;
/** All that the picture has: phones' canvases have fewer pixels than its photos, and 150 KB are asked for. */
const BEST_QUALITY = 100;
const WORST_QUALITY = 40;
/** Bisections of the quality per size: narrows it to about 4 percent. */
const TRIES_PER_SIZE = 4;

function scaledTo({ width, height }: PixelSize, longSide: number): PixelSize {
  const factor = Math.min(1, longSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** The sizes worth trying, without repeats and within `mostSide`; an ID photo keeps the pixels that its letters need. */
export function sizesToTry(picture: PixelSize, purpose: FilePurpose, mostSide: number): PixelSize[] {
  const shortest = isIdPhoto(purpose) ? MIN_ID_PHOTO_SHORT_SIDE : 1;
  const most = Math.min(mostSide, Math.max(picture.width, picture.height));
  const longSides = [...new Set(LONG_SIDES.map((side) => Math.min(side, most)))];
  return longSides
    .map((side) => scaledTo(picture, side))
    .filter(({ width, height }) => Math.min(width, height) >= shortest);
}

/** The best quality at one size whose bytes lie in the window; otherwise which side of it they are on, with the last try. */
async function fitAtSize(
  size: PixelSize,
  { minBytes, maxBytes }: { readonly minBytes: number; readonly maxBytes: number },
  write: JpegWay['write'],
): Promise<{ readonly photo: ChosenPhoto; readonly outcome: 'fits' | 'too-large' | 'too-small' }> {
  let low = WORST_QUALITY;
  let high = BEST_QUALITY;
  let best: ChosenPhoto | null = null;
  let photo = await write({ ...size, quality: FIRST_QUALITY });
  let quality = FIRST_QUALITY;
  for (let attempt = 1; ; attempt += 1) {
    const fits = photo.size >= minBytes && photo.size <= maxBytes;
    best = fits ? photo : best;
    if (photo.size > maxBytes) {
      high = quality - 1;
    } else {
      low = quality + 1;
    }
    if ((fits && attempt === 1) || attempt === TRIES_PER_SIZE || low > high) {
      break;
    }
    // Too few bytes at the first quality: the best one tells at once whether there are enough in the picture.
    quality = photo.size < minBytes && attempt === 1 ? BEST_QUALITY : Math.round((low + high) / 2);
    photo = await write({ ...size, quality });
  }
  return best
    ? { photo: best, outcome: 'fits' }
    : { photo, outcome: photo.size > maxBytes ? 'too-large' : 'too-small' };
}

/**
 * A picture written as JPEG within the limits of `purpose`, of as many of its pixels as they have room for, never of more.
 * @throws ApiError files.too_small, files.too_large; files.too_large too when nothing readable fits
 */
export async function fitPhoto(
  picture: PixelSize,
  purpose: FilePurpose,
  { mostSide, write }: JpegWay,
): Promise<ChosenPhoto> {
  let smallest = 0;
  for (const size of sizesToTry(picture, purpose, mostSide)) {
    const { photo, outcome } = await fitAtSize(size, FILE_RULES[purpose], write);
    if (outcome === 'fits') {
      return photo;
    }
    if (outcome === 'too-small') {
      throw tooSmall(photo.size, purpose);
    }
    smallest = photo.size;
  }
  throw tooLarge(smallest, purpose);
}
