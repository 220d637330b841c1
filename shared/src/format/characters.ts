/** Characters as people count them: code points, so that 𠮷 is one although it takes two UTF-16 units. */
export const countCharacters = (text: string): number => Array.from(text).length;

/** The first `max` characters; never half of one. */
export const clipCharacters = (text: string, max: number): string =>
  text.length <= max ? text : Array.from(text).slice(0, max).join('');

/**
 * `maxlength` for an input element, which counts UTF-16 units and cuts at them: while there is room for a character, room for
 * whatever may be pasted (clip it); once there are `max`, for nothing more.
 */
export const unitsFor = (typed: string, max: number): number => (countCharacters(typed) < max ? 2 * max : typed.length);
