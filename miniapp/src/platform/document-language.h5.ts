import type { Language } from '../language/current-language';

/** Tells the browser and its screen reader what language the page is in. */
export const nameDocumentLanguage = (language: Language): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};
