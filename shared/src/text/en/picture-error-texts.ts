import type { PictureErrorCode } from '../../errors/picture-errors';
import { type ErrorText, text } from './error-text';

/** English beside `PICTURE_ERRORS`. */
export const PICTURE_ERROR_TEXTS_EN: Readonly<Record<PictureErrorCode, ErrorText>> = {
  'files.wrong_type': text('This kind of picture is not supported', 'Please use a jpeg, jpg, png or bmp picture'),
  'files.not_a_picture': text('This file is not a picture', 'Please choose a photo from the album or take one'),
  'files.heic': text(
    'This photo has the HEIC format, which cannot be opened here',
    'Please take the photo here; or open it, make a screenshot and upload that; or set your camera to “Most Compatible”',
  ),
  'files.blank': text(
    'Nothing can be seen in the photo (all black, all white or only noise)',
    'Please wipe the lens and take it again where there is more light',
  ),
  'files.not_redrawn': text(
    'Your phone could not process this photo',
    'Please take it here, or choose a jpg photo of at most 1 MB',
  ),
  'files.signature_not_written': text(
    'Your phone could not keep your signature',
    'What you wrote is still there: please confirm once more, or use another phone',
  ),
  'files.too_small': text(
    'The photo is too small ({actual}) to be legible',
    'Please upload at least {minimum}; best take a new photo in full size',
  ),
  'files.too_large': text('The picture is too large ({actual})', 'Please upload a picture of at most {maximum}'),
  'files.too_few_pixels': text(
    'The picture has too few pixels to be legible',
    'Please take a sharp photo with your phone',
  ),
  'files.damaged': text(
    'The picture cannot be opened; the upload may be incomplete',
    'Please take it again or choose another one',
  ),
};
