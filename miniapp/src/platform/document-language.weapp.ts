import type { Language } from '../language/current-language';

/** WeChat reads every text in the language it finds in it. */
export const nameDocumentLanguage = (_language: Language): void => undefined;
