import { endOfPrefix } from '../keys/byte-text';
import { escapedText, rankCode } from '../keys/key-code';
import { RANKS } from '../values/value-type';
import { bracketOf, type Interval } from './intervals';

/** Texts that begin as an anchored expression does, and expressions, which find themselves; null: they may be anywhere. */
export function prefixIntervals(pattern: string, options: string): Interval[] | null {
  const literal = /[imx]/.test(options) || pattern.includes('|') ? '' : literalPrefix(pattern);
  if (literal === '') return null;
  const low = rankCode(RANKS.string) + escapedText(literal);
  return [{ low, high: endOfPrefix(low), point: null }, bracketOf(RANKS.regex)];
}

/** What stands after `^` up to the first character that is more than itself. */
function literalPrefix(pattern: string): string {
  const [, literal = '', next = ''] = /^\^((?:[^\\^$.|?*+()[\]{}]|\\[^\da-zA-Z])*)(.?)/su.exec(pattern) ?? [];
  const plain = literal.replaceAll(/\\(.)/gsu, '$1');
  // A quantifier is of the last character, which may then be absent.
  return /[?*+{]/.test(next) ? [...plain].slice(0, -1).join('') : plain;
}
