export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((language) => language === value);

let current: Language = 'zh';
const listeners = new Set<(language: Language) => void>();

/** The language that every text is read in. Chinese until somebody chooses another one. */
export const currentLanguage = (): Language => current;

/** Changes the language of every text read from now on; what was drawn before must be drawn again. */
export function setCurrentLanguage(language: Language): void {
  if (language === current) {
    return;
  }
  current = language;
  for (const listener of listeners) {
    listener(language);
  }
}

/** Calls back on every change. @returns ends it */
export function onLanguageChange(listener: (language: Language) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
