import { FILE_RULES, type FilePurpose, MIN_ID_PHOTO_SHORT_SIDE } from '@acceptance/shared';
import type { ChosenPhoto } from '../../../platform/chosen-photo';
import { checkPhoto, tooLarge } from './check-photo';

export interface ReencodeRequest {
  /** Pixels of the new picture, in the proportions of the old one and never more than it has. */
  readonly width: number;
  readonly height: number;
  /** JPEG quality, whole percent. */
  readonly quality: number;
}

/** Writes a photo again as JPEG. Rejects when the device cannot decode it. */
export type Reencode = (photo: ChosenPhoto, request: ReencodeRequest) => Promise<ChosenPhoto>;

/** Longer sides to try, large first: 2560 pixels are 300 dpi for an A4 page's long side less its margins. */
const LONG_SIDES = [2560, 2000, 1600, 1200];
const BEST_QUALITY = 95;
const WORST_QUALITY = 40;
/** Bisections of the quality per size: narrows it to about 4 percent. */
const TRIES_PER_SIZE = 4;

interface Size {
  readonly width: number;
  readonly height: number;
}

function scaledTo({ width, height }: Size, longSide: number): Size {
  const factor = Math.min(1, longSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** The sizes worth trying, without repeats; an ID photo keeps the pixels that its letters need. */
export function sizesToTry(photo: Size, purpose: FilePurpose): Size[] {
  const shortest = purpose === 'attachment' ? 1 : MIN_ID_PHOTO_SHORT_SIDE;
  const original = Math.max(photo.width, photo.height);
  const longSides = [...new Set(LONG_SIDES.map((side) => Math.min(side, original)))];
  return longSides
    .map((side) => scaledTo(photo, side))
    .filter(({ width, height }) => Math.min(width, height) >= shortest);
}

/** The best quality at one size whose bytes lie in the window, or null. */
async function fitAtSize(
  photo: ChosenPhoto,
  size: Size,
  window: { readonly minBytes: number; readonly maxBytes: number },
  reencode: Reencode,
): Promise<ChosenPhoto | null> {
  let low = WORST_QUALITY;
  let high = BEST_QUALITY;
  let best: ChosenPhoto | null = null;
  let quality = 85;
  for (let attempt = 0; attempt < TRIES_PER_SIZE && low <= high; attempt += 1) {
    const candidate = await reencode(photo, { ...size, quality });
    if (candidate.size > window.maxBytes) {
      high = quality - 1;
    } else {
      const fits = candidate.size >= window.minBytes;
      best = fits ? candidate : best;
      if (fits && attempt === 0) {
        return candidate;
      }
      low = quality + 1;
    }
    quality = Math.round((low + high) / 2);
  }
  return best;
}

/**
 * A photo as it may be sent: the chosen one when it fits, otherwise written again within the limits of `purpose`.
 * @throws AppError as `checkPhoto`, and files.too_large when nothing readable fits
 */
export async function fitPhoto(photo: ChosenPhoto, purpose: FilePurpose, reencode: Reencode): Promise<ChosenPhoto> {
  if (checkPhoto(photo, purpose) === 'fits') {
    return photo;
  }
  for (const size of sizesToTry(photo, purpose)) {
    const fitted = await fitAtSize(photo, size, FILE_RULES[purpose], reencode);
    if (fitted) {
      return fitted;
    }
  }
  throw tooLarge(photo.size, purpose);
}
