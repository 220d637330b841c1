import { englishApiWord, englishFieldMessage } from '@acceptance/shared';
import { currentLanguage } from '../language/current-language';

/** One word of the API (a status, who did something) in the current language; the API itself answers Chinese. */
export const apiWord = (word: string): string => (currentLanguage() === 'en' ? englishApiWord(word) : word);

/** A schema's sentence about one field in the current language. What the API says of a field comes in that language. */
export const fieldText = (message: string): string =>
  currentLanguage() === 'en' ? englishFieldMessage(message) : message;
