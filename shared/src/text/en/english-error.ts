import { fillDetails } from '../../errors/api-error';
import type { AppError, ErrorBody } from '../../errors/app-error';
import { englishApiWord } from './api-words';
import { ERROR_TEXTS_EN } from './error-texts';
import { englishFieldMessage } from './field-messages';

const inEnglish = (details: AppError['details']): AppError['details'] =>
  details &&
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? englishApiWord(value) : value]),
  );

/** What the API answers for an error to who reads English. */
export function englishBodyOf(error: AppError, requestId: string): ErrorBody {
  const body = error.toBody(requestId).error;
  const { message, next } = ERROR_TEXTS_EN[error.code];
  const details = inEnglish(error.details);
  const fields = error.fields?.map(({ path, message }) => ({ path, message: englishFieldMessage(message) }));
  return {
    error: {
      ...body,
      message: fillDetails(message, details),
      next: fillDetails(next, details),
      ...(fields && { fields }),
    },
  };
}
