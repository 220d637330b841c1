import {
  AppError,
  FILE_RULES,
  type FilePurpose,
  MAX_IMAGE_PIXELS,
  MAX_IMAGE_SIDE,
  MIN_ID_PHOTO_SHORT_SIDE,
} from '@acceptance/shared';
import type { ChosenPhoto } from '../../../platform/chosen-photo';
import { photoMediaType } from './photo-media-type';
import { photoSizeText } from './photo-size-text';

/** `shrink`: too many bytes or pixels, which the phone itself can mend. */
export type PhotoVerdict = 'fits' | 'shrink';

const isIdPhoto = (purpose: FilePurpose): boolean => purpose === 'id-card-front' || purpose === 'id-card-back';

/** A photo that stays above the size limit whatever is tried. */
export const tooLarge = (bytes: number, purpose: FilePurpose): AppError =>
  new AppError('files.too_large', {
    details: { actual: photoSizeText(bytes, 'up'), maximum: photoSizeText(FILE_RULES[purpose].maxBytes, 'down') },
  });

/**
 * The server's questions, asked on the phone before anything is sent: type, bytes, pixels.
 * @throws AppError files.wrong_type, files.too_small, files.too_few_pixels, files.damaged. A photo that is too small is
 * refused and never blown up: bytes added by a program make no letter readable.
 */
export function checkPhoto(photo: ChosenPhoto, purpose: FilePurpose): PhotoVerdict {
  const { minBytes, maxBytes, mediaTypes } = FILE_RULES[purpose];
  const { size, width, height } = photo;
  const type = photoMediaType(photo);
  if (type !== 'unknown' && (type === 'other' || !mediaTypes.includes(type))) {
    throw new AppError('files.wrong_type');
  }
  if (width <= 0 || height <= 0) {
    throw new AppError('files.damaged');
  }
  if (size < minBytes) {
    throw new AppError('files.too_small', {
      details: { actual: photoSizeText(size, 'down'), minimum: photoSizeText(minBytes, 'up') },
    });
  }
  if (isIdPhoto(purpose) && Math.min(width, height) < MIN_ID_PHOTO_SHORT_SIDE) {
    throw new AppError('files.too_few_pixels');
  }
  const isTooMuch = size > maxBytes || width * height > MAX_IMAGE_PIXELS || Math.max(width, height) > MAX_IMAGE_SIDE;
  return isTooMuch ? 'shrink' : 'fits';
}
