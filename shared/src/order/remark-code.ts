/**
 * 31 characters of which none is taken for another: no 0 and O, no 1 and I, no U beside V. A prime number of them, so that the
 * check character finds every wrong character and every two that have changed places.
 */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';
const SIZE = ALPHABET.length;
/** Characters before the check character: 31⁷ is 27 thousand million. */
export const REMARK_BODY_LENGTH = 7;
export const REMARK_CODE_LENGTH = REMARK_BODY_LENGTH + 1;

/** Weights 2, 3, … are different and none is 0 or 1 modulo 31. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, place) => total + (place + 2) * ALPHABET.indexOf(character), 0);
  return ALPHABET[(SIZE - (sum % SIZE)) % SIZE] ?? '';
}

/** A code from random bytes, one for each character before the check character; each remainder of 248 bytes is as likely. */
export function remarkCodeOf(bytes: Uint8Array): string | null {
  const even = [...bytes].filter((byte) => byte < SIZE * Math.floor(256 / SIZE)).slice(0, REMARK_BODY_LENGTH);
  if (even.length < REMARK_BODY_LENGTH) {
    return null;
  }
  const body = even.map((byte) => ALPHABET[byte % SIZE]).join('');
  return body + checkCharacter(body);
}

export const isRemarkCode = (code: string): boolean =>
  code.length === REMARK_CODE_LENGTH &&
  [...code].every((character) => ALPHABET.includes(character)) &&
  code.endsWith(checkCharacter(code.slice(0, REMARK_BODY_LENGTH)));

/** In two groups, to be read and typed: `K7M3 X9QT`. */
export const showRemarkCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** A payer's text is short; what is longer was not typed by a person. */
const LONGEST_REMARK = 500;

/**
 * The codes in what a payer wrote, each once: in any case and width, with blanks or hyphens inside, between other words. What is
 * inside of a longer run of letters and digits counts too, for people write 货款K7M3X9QT2026.
 */
export function remarkCodesIn(remark: string): string[] {
  const typed = remark
    .slice(0, LONGEST_REMARK)
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-_.·]/g, '');
  const found = new Set<string>();
  for (let start = 0; start + REMARK_CODE_LENGTH <= typed.length; start += 1) {
    const candidate = typed.slice(start, start + REMARK_CODE_LENGTH);
    if (isRemarkCode(candidate)) {
      found.add(candidate);
    }
  }
  return [...found];
}
