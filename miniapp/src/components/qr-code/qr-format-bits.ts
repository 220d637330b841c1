const LEVEL_M = 0b00;
const FORMAT_GENERATOR = 0b10100110111;
const FORMAT_MASK = 0b101010000010010;
const VERSION_GENERATOR = 0b1111100100101;

const withRemainder = (value: number, generator: number, degree: number): number => {
  let remainder = value << degree;
  const generatorBits = generator.toString(2).length;
  while (remainder.toString(2).length >= generatorBits) {
    remainder ^= generator << (remainder.toString(2).length - generatorBits);
  }
  return (value << degree) | remainder;
};

/** 15 format bits of level M and a mask: BCH(15,5), then the fixed mask (ISO/IEC 18004, 7.9). */
export const formatBits = (mask: number): number =>
  withRemainder((LEVEL_M << 3) | mask, FORMAT_GENERATOR, 10) ^ FORMAT_MASK;

/** 18 version bits from version 7 on: BCH(18,6) (ISO/IEC 18004, 7.10). */
export const versionBits = (version: number): number => withRemainder(version, VERSION_GENERATOR, 12);
