import { gridMeans, type LumaPlane } from './luma-plane';

const COLUMNS = 32;
const ROWS = 32;
/** Less is no step but grain, and would be another one after each encoding. */
const STEP = 1;
/** Steps that writing a picture again, smaller or with less quality, may shift. */
const SAME_WITHIN = 40;
/** With fewer steps there is too little in a picture to know it again. */
const FEWEST_STEPS = 40;

/**
 * Where a picture gets brighter from left to right, a bit for each of 32 × 32 places, as hexadecimal digits: alike for what is the
 * same picture written again, which has other bytes.
 */
export function picturePrint(plane: LumaPlane): string {
  const means = gridMeans(plane, COLUMNS + 1, ROWS);
  let print = '';
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 4) {
      let digit = 0;
      for (let bit = 0; bit < 4; bit += 1) {
        const at = row * (COLUMNS + 1) + column + bit;
        digit = digit * 2 + ((means[at + 1] ?? 0) > (means[at] ?? 0) + STEP ? 1 : 0);
      }
      print += digit.toString(16);
    }
  }
  return print;
}

/** How many bits are set in a hexadecimal digit. */
const BITS = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];

const stepsIn = (print: string): number =>
  Array.from(print).reduce((sum, digit) => sum + (BITS[Number.parseInt(digit, 16)] ?? 0), 0);

/** In how many places two prints differ. */
export function printDistance(one: string, other: string): number {
  let distance = 0;
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const differing = Number.parseInt(one[index] ?? '0', 16) ^ Number.parseInt(other[index] ?? '0', 16);
    distance += BITS[differing] ?? 0;
  }
  return distance;
}

/** Whether two pictures are the same one, written differently. Different pictures of the same thing are not. */
export const isSamePicture = (one: string, other: string): boolean =>
  printDistance(one, other) <= SAME_WITHIN && Math.min(stepsIn(one), stepsIn(other)) >= FEWEST_STEPS;
