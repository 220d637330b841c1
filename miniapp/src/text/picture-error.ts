import {
  ApiError,
  type ApiErrorOptions,
  PICTURE_ERROR_TEXTS_EN,
  PICTURE_ERRORS,
  type PictureErrorCode,
} from '@acceptance/shared';
import { currentLanguage } from '../language/current-language';

/** What is wrong with a picture, found before it is sent, in the language of this moment. Apart from `clientError`: the main package sends none. */
export function pictureError(code: PictureErrorCode, options?: ApiErrorOptions): ApiError {
  const words = currentLanguage() === 'en' ? PICTURE_ERROR_TEXTS_EN[code] : null;
  return new ApiError(code, { ...PICTURE_ERRORS[code], ...words }, options);
}
