import { englishFieldMessage } from '@acceptance/shared';
import { currentLanguage } from '../language/current-language';

/** A schema's sentence about one field in the current language. What the API says of a field comes in that language. */
export const fieldText = (message: string): string =>
  currentLanguage() === 'en' ? englishFieldMessage(message) : message;
