import {
  ApiError,
  type ApiErrorOptions,
  CLIENT_ERROR_TEXTS_EN,
  CLIENT_ERRORS,
  type ClientErrorCode,
} from '@acceptance/shared';
import { currentLanguage } from '../language/current-language';

/** An error that was found here, without an answer of the API, in the language of this moment. */
export function clientError(code: ClientErrorCode, options?: ApiErrorOptions): ApiError {
  const words = currentLanguage() === 'en' ? CLIENT_ERROR_TEXTS_EN[code] : null;
  return new ApiError(code, { ...CLIENT_ERRORS[code], ...words }, options);
}
