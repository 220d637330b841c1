/** Characters as people count them: code points, so that 𠮷 is one although it takes two UTF-16 units. */
export const countCharacters = (text: string): number => Array.from(text).length;

/** The first `max` characters; never half of one. */
export const clipCharacters = (text: string, max: number): string =>
  text.length <= max ? text : Array.from(text).slice(0, max).join('');

/**
 * `maxlength` for an input element, which counts UTF-16 units: room for `max` characters when some of those typed so far
 * take two, and for one more that does. Clip what comes.
 */
export const unitsFor = (typed: string, max: number): number => max + typed.length - countCharacters(typed) + 1;
