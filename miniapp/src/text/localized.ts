import { currentLanguage, type Language } from '../language/current-language';

/** The shape of texts without their words: what a translation must have, key for key and parameter for parameter. */
export type Wording<Text> = Text extends string
  ? string
  : Text extends (...values: infer Values) => infer Result
    ? (...values: Values) => Wording<Result>
    : Text extends object
      ? { readonly [Key in keyof Text]: Wording<Text[Key]> }
      : Text;

type Texts = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function live(read: (language: Language) => Texts): Texts {
  const texts = {};
  for (const [key, sample] of Object.entries(read('zh'))) {
    const value = (language: Language) => read(language)[key];
    const group = isGroup(sample) ? live((language) => value(language) as Texts) : null;
    Object.defineProperty(texts, key, { enumerable: true, get: () => group ?? value(currentLanguage()) });
  }
  return texts;
}

/**
 * Texts in Chinese and English under one name. Every property is read in the language of that moment, also inside
 * groups; so read it while drawing, and keep no single text in a constant.
 */
export function localized<const Chinese extends object>(texts: {
  readonly zh: Chinese;
  readonly en: Wording<Chinese>;
}): Wording<Chinese> {
  const tables = texts as Readonly<Record<Language, Texts>>;
  return live((language) => tables[language]) as Wording<Chinese>;
}
