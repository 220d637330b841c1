import {
  type ApiError,
  FILE_RULES,
  type FilePurpose,
  MAX_IMAGE_PIXELS,
  MAX_IMAGE_SIDE,
  MIN_ID_PHOTO_SHORT_SIDE,
} from '@acceptance/shared';
import type { ChosenPhoto } from '../../../platform/chosen-photo';
import { pictureError } from '../../../text/picture-error';
import { photoSizeText } from './photo-size-text';

/** `shrink`: too many bytes or pixels, which the phone itself can mend. */
export type PhotoFit = 'fits' | 'shrink';

export const isIdPhoto = (purpose: FilePurpose): boolean => purpose === 'id-card-front' || purpose === 'id-card-back';

/** A photo that stays above the size limit whatever is tried. */
export const tooLarge = (bytes: number, purpose: FilePurpose): ApiError =>
  pictureError('files.too_large', {
    details: { actual: photoSizeText(bytes, 'up'), maximum: photoSizeText(FILE_RULES[purpose].maxBytes, 'down') },
  });

/** A photo of too few bytes. It is refused and never blown up: bytes added by a program make no letter readable. */
export const tooSmall = (bytes: number, purpose: FilePurpose): ApiError =>
  pictureError('files.too_small', {
    details: { actual: photoSizeText(bytes, 'down'), minimum: photoSizeText(FILE_RULES[purpose].minBytes, 'up') },
  });

/** @throws ApiError files.damaged, files.too_few_pixels */
export function checkPixels({ width, height }: Pick<ChosenPhoto, 'width' | 'height'>, purpose: FilePurpose): void {
  if (width <= 0 || height <= 0) {
    throw pictureError('files.damaged');
  }
  if (isIdPhoto(purpose) && Math.min(width, height) < MIN_ID_PHOTO_SHORT_SIDE) {
    throw pictureError('files.too_few_pixels');
  }
}

/**
 * The server's questions, asked on the phone before anything is sent: bytes and pixels.
 * @throws ApiError files.too_small, files.too_few_pixels, files.damaged
 */
export function checkPhoto(photo: Pick<ChosenPhoto, 'size' | 'width' | 'height'>, purpose: FilePurpose): PhotoFit {
  const { minBytes, maxBytes } = FILE_RULES[purpose];
  const { size, width, height } = photo;
  if (size < minBytes) {
    throw tooSmall(size, purpose);
  }
  checkPixels(photo, purpose);
  const isTooMuch = size > maxBytes || width * height > MAX_IMAGE_PIXELS || Math.max(width, height) > MAX_IMAGE_SIDE;
  return isTooMuch ? 'shrink' : 'fits';
}
