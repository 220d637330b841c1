import { unifyHan } from './unify-han';

const OPENING = /[([【〔［〖]/g;
const CLOSING = /[)\]】〕］〗]/g;
const LATIN_BEFORE = /[\w&.,'-]$/;
const LATIN_AFTER = /^[\w&.,'-]/;

/** Words with one space between those of Latin letters or digits, and none elsewhere. */
const joinWords = (words: readonly string[]): string =>
  words.reduce((text, word) => text + (LATIN_BEFORE.test(text) && LATIN_AFTER.test(word) ? ' ' : '') + word, '');

/**
 * A unit's name as the register of enterprises writes it: （…） for every kind of bracket, no spaces but between Latin
 * words, and the ordinary characters in place of their compatibility forms (full-width letters, radicals).
 */
export const registeredUnitName = (name: string): string =>
  joinWords(unifyHan(name).normalize('NFKC').replace(OPENING, '（').replace(CLOSING, '）').split(/\s+/));

/** What a unit is found by, by equality: as registered, whatever spaces and capitals somebody types. */
export const unitNameKey = (name: string): string => registeredUnitName(name).replaceAll(' ', '').toUpperCase();

/** Whether two spellings name the same unit: kind of brackets and spaces say nothing, every other character does. */
export const isSameUnitName = (one: string, other: string): boolean =>
  registeredUnitName(one).replace(/ /g, '') === registeredUnitName(other).replace(/ /g, '');
