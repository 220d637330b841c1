import * as v from 'valibot';
import { isUnusualTaxNumber, TAX_NUMBER_LENGTHS, taxNumberSchema } from './tax-number';

const messageFor = (typed: unknown): string | undefined => v.safeParse(taxNumberSchema, typed).issues?.[0].message;

describe('tax number', () => {
  it.each(TAX_NUMBER_LENGTHS)('of %d characters is accepted', (length) => {
    expect(messageFor('9'.repeat(length))).toBeUndefined();
    expect(messageFor(`${'9'.repeat(length - 1)}X`)).toBeUndefined();
  });

  it.each([0, 1, 14, 16, 19, 21])('of %d characters is refused', (length) => {
    expect(messageFor('9'.repeat(length))).toBe('纳税人识别号是 15、17、18 或 20 位数字和大写字母');
  });

  it('is tidied, and has no other characters', () => {
    expect(v.parse(taxNumberSchema, ' 9111 0000 8021 0043 3b')).toBe('91110000802100433B');
    expect(messageFor('91110000802100433中')).toBeDefined();
    expect(messageFor(undefined)).toBe('请填写纳税人识别号');
  });

  it.each([
    ['a USCC', '91110000802100433B', false],
    ['an ID number', '11010519491231002X', false],
    ['an old number of 15', '150102701234567', false],
    ['one of 20', '11010519491231002X01', false],
    ['a USCC with a slip', '91110000802100433C', true],
    ['a registered code whose check character does not fit', '91350203M0001QKT19', true],
  ])('is asked about or not: %s', (_, number, expected) => {
    expect(isUnusualTaxNumber(number)).toBe(expected);
  });
});
