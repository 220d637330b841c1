/** Arithmetic in GF(256) with the polynomial x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC 18004, 7.5.2). */
const EXP: number[] = [];
const LOG: number[] = [];

for (let power = 0, value = 1; power < 255; power += 1) {
  EXP[power] = value;
  LOG[value] = power;
  value = value << 1;
  if (value > 255) {
    value ^= 0x11d;
  }
}

const at = (table: readonly number[], index: number): number => table[index] ?? 0;

export const multiply = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : at(EXP, (at(LOG, a) + at(LOG, b)) % 255);

/** Coefficients of the Reed–Solomon generator polynomial below the leading 1, highest power first. */
function generator(degree: number): number[] {
  let coefficients = [1];
  for (let power = 0; power < degree; power += 1) {
    const root = at(EXP, power);
    const next = [...coefficients, 0];
    coefficients.forEach((coefficient, index) => {
      next[index + 1] = at(next, index + 1) ^ multiply(coefficient, root);
    });
    coefficients = next;
  }
  return coefficients.slice(1);
}

/** Error correction codewords for one block of data codewords. */
export function errorCorrection(data: readonly number[], count: number): number[] {
  const factors = generator(count);
  const remainder: number[] = new Array<number>(count).fill(0);
  for (const byte of data) {
    const lead = byte ^ (remainder.shift() ?? 0);
    remainder.push(0);
    factors.forEach((factor, index) => {
      remainder[index] = at(remainder, index) ^ multiply(factor, lead);
    });
  }
  return remainder;
}
