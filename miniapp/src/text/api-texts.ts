import { englishApiWord } from '@acceptance/shared';
import { currentLanguage } from '../language/current-language';

/** One word of the API (a status, who did something) in the current language; the API itself answers Chinese. */
export const apiWord = (word: string): string => (currentLanguage() === 'en' ? englishApiWord(word) : word);
