import { randomInt } from 'node:crypto';
import { pinProblem } from '@acceptance/shared';

/** Digits, for they are typed from a letter by people of all keyboards. */
const PIN_DIGITS = 8;
const ADMIN_PIN_CHARACTERS = 16;
/** Without what is mistaken for something else on paper: 0 O 1 I L. */
const ADMIN_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const MAX_DRAWS = 1000;

interface PinLength {
  readonly min: number;
  readonly max: number;
}

const draw = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
const fitted = (wanted: number, { min, max }: PinLength): number => Math.min(Math.max(wanted, min), Math.max(min, max));

/** A PIN for a holder that cannot be guessed and stands nowhere on the token. @throws Error for a token that takes no good PIN */
export function randomPin(length: PinLength, printed: readonly string[]): string {
  for (let draws = 0; draws < MAX_DRAWS; draws += 1) {
    const pin = draw('0123456789', fitted(PIN_DIGITS, length));
    if (pinProblem(pin, printed) === null) {
      return pin;
    }
  }
  throw new Error(`the token takes PINs of ${length.min} to ${length.max} characters: too short for a good one`);
}

/** About 79 bits where the token takes all of them. */
export const randomAdminPin = (length: PinLength): string => draw(ADMIN_ALPHABET, fitted(ADMIN_PIN_CHARACTERS, length));
