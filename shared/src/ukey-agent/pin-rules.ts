/** Shorter ones are guessed; longer ones do not fit into every token. */
export const PIN_LENGTH = { min: 6, max: 16 } as const;

/** What people choose, besides what a rule below finds. */
const OFTEN_CHOSEN = [
  '147258',
  '258369',
  '159753',
  '112233',
  '445566',
  '110120',
  '5201314',
  '520131',
  '1314520',
  '11223344',
  'abc123',
  'admin123',
  'password',
  'qwerty',
];

const isPrintableAscii = (text: string): boolean => /^[!-~]*$/.test(text);
const stepsOf = (text: string): number[] =>
  Array.from(text.slice(1), (character, index) => character.charCodeAt(0) - text.charCodeAt(index));
/** 111111, 123456, 987654, abcdef. */
const isRow = (text: string): boolean => new Set(stepsOf(text)).size === 1;
/** 121212, 123123, 12341234. */
const isRepetition = (text: string): boolean => /^(.+?)\1+$/.test(text);
/** 111222, 000001, 888889: two kinds of characters at most. */
const hasFewCharacters = (text: string): boolean => new Set(text).size < 3;
/** 19900131, 900131. */
const isDate = (text: string): boolean =>
  /^(?:(?:19|20)\d{2}|\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text);

/** 123456 with something before or behind: a row of the last digits of the keyboard is no better for it. */
const holdsLongRow = (text: string): boolean => {
  const steps = stepsOf(text);
  return steps.some(
    (step, at) => Math.abs(step) <= 1 && steps.slice(at, at + 4).filter((next) => next === step).length === 4,
  );
};

export type PinProblem = 'characters' | 'length' | 'guessable' | 'printed_on_token';

/**
 * Why a PIN is refused, or null. `printed` is what can be read on the token itself, such as its serial number and label: whoever finds
 * the token must not find the PIN.
 */
export function pinProblem(pin: string, printed: readonly string[] = []): PinProblem | null {
  if (!isPrintableAscii(pin)) {
    return 'characters';
  }
  if (pin.length < PIN_LENGTH.min || pin.length > PIN_LENGTH.max) {
    return 'length';
  }
  const lower = pin.toLowerCase();
  if (printed.some((text) => text.toLowerCase().includes(lower))) {
    return 'printed_on_token';
  }
  const isGuessable =
    isRow(lower) ||
    isRepetition(lower) ||
    hasFewCharacters(lower) ||
    isDate(lower) ||
    holdsLongRow(lower) ||
    OFTEN_CHOSEN.includes(lower);
  return isGuessable ? 'guessable' : null;
}
