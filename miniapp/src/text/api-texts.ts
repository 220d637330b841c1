import {
  type AppError,
  ERROR_TEXTS_EN,
  englishApiWord,
  englishFieldMessage,
  type FieldProblem,
  fillDetails,
} from '@acceptance/shared';
import { currentLanguage } from '../language/current-language';

/** One word of the API (a status, who did something) in the current language; the API itself answers Chinese. */
export const apiWord = (word: string): string => (currentLanguage() === 'en' ? englishApiWord(word) : word);

/** A sentence about one field, from a schema or from the API, in the current language. */
export const fieldText = (message: string): string =>
  currentLanguage() === 'en' ? englishFieldMessage(message) : message;

const inEnglish = (details: AppError['details']): AppError['details'] =>
  details &&
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? englishApiWord(value) : value]),
  );

/** An error's message, next step and field problems in the current language, picked by its code. */
export function errorTexts(error: AppError): { message: string; next: string; fields: readonly FieldProblem[] } {
  const fields = (error.fields ?? []).map(({ path, message }) => ({ path, message: fieldText(message) }));
  if (currentLanguage() === 'zh') {
    return { message: error.userMessage, next: error.next, fields };
  }
  const { message, next } = ERROR_TEXTS_EN[error.code];
  const details = inEnglish(error.details);
  return { message: fillDetails(message, details), next: fillDetails(next, details), fields };
}
