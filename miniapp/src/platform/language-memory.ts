import { isLanguage, type Language } from '../language/current-language';
import type { KeyValueStorage } from './key-value-storage';

const KEY = 'language';

/** The chosen language as this device remembers it. */
export interface LanguageMemory {
  /** Null when nobody has chosen yet. */
  read(): Language | null;
  write(language: Language): void;
}

export const languageMemory = (storage: KeyValueStorage): LanguageMemory => ({
  read: () => {
    const stored = storage.read(KEY);
    return isLanguage(stored) ? stored : null;
  },
  write: (language) => storage.write(KEY, language),
});

/**
 * Whether to offer English to somebody who has not chosen: the phone or browser speaks another language than Chinese.
 * `systemLanguage` as WeChat (`zh_CN`, `en`) or the browser (`zh-CN`, `en-US`) names it.
 */
export const shouldOfferEnglish = (systemLanguage: string | undefined, chosen: Language | null): boolean =>
  chosen === null && Boolean(systemLanguage) && !/^zh/i.test(systemLanguage ?? '');
