import Taro from '@tarojs/taro';
import { type Language, onLanguageChange, setCurrentLanguage } from '../language/current-language';
import { pageUrl, type RouteName } from '../routes';
import { nameDocumentLanguage } from './document-language';
import { languageMemory, shouldOfferEnglish } from './language-memory';
import { localStorage } from './storage';

const memory = languageMemory(localStorage);

onLanguageChange(nameDocumentLanguage);
// Before the first page is drawn: every page imports its frame, and the frame this file.
setCurrentLanguage(memory.read() ?? 'zh');

/** Whether this phone or browser speaks another language than Chinese and nobody has chosen one here. */
export const isEnglishOffered = (): boolean => shouldOfferEnglish(Taro.getAppBaseInfo().language, memory.read());

/** Changes the language for good and opens `page` afresh, so that no page is left in the other language. */
export async function chooseLanguage(language: Language, page: RouteName = 'home'): Promise<void> {
  memory.write(language);
  setCurrentLanguage(language);
  await Taro.reLaunch({ url: pageUrl(page) });
}
