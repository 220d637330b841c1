import * as v from 'valibot';
import { birthDateOfIdCard, idCardCheckCharacter, isAtLeastYearsOld } from './id-card-number';
import { identityNumberSchema } from './identity-document';

/** Published in GB 11643-1999: a woman born on 1949-12-31 in Beijing, a man born on 1880-01-01 in Shantou. */
const VECTORS = ['11010519491231002X', '440524188001010014'];
const WRONG_CHARACTER = '证件号码有一位输错了，请核对';
const WRONG_DATE = '号码里的出生日期输错了，请与证件核对';
const WRONG_BEGINNING = '号码的开头输错了，请与证件核对；港澳台居民请填居住证的号码';

const withCheckCharacter = (first17: string): string => first17 + idCardCheckCharacter(first17);
const messageFor = (idNumber: string): string | undefined =>
  v.safeParse(identityNumberSchema, idNumber).issues?.[0].message;

describe('resident identity number (GB 11643)', () => {
  it.each(VECTORS)('accepts the published vector %s', (idNumber) => {
    expect(v.parse(identityNumberSchema, idNumber)).toBe(idNumber);
    expect(idCardCheckCharacter(idNumber.slice(0, 17))).toBe(idNumber[17]);
  });

  it('turns a lower-case x into X and drops blanks around', () => {
    expect(v.parse(identityNumberSchema, ' 11010519491231002x ')).toBe('11010519491231002X');
  });

  it.each(VECTORS)('finds every single wrong digit of %s', (idNumber) => {
    for (let position = 0; position < 17; position += 1) {
      for (const digit of '0123456789') {
        const changed = idNumber.slice(0, position) + digit + idNumber.slice(position + 1);
        if (changed !== idNumber) {
          expect(v.safeParse(identityNumberSchema, changed).success).toBe(false);
        }
      }
    }
  });

  it('finds every wrong check character', () => {
    for (const character of '0123456789') {
      expect(messageFor(`11010519491231002${character}`)).toBe(WRONG_CHARACTER);
    }
  });

  it('finds two neighbouring digits in the wrong order', () => {
    expect(messageFor('11010519491231020X')).toBe(WRONG_CHARACTER);
  });

  it.each([
    ['30 February', '11010519900230001'],
    ['29 February of a common year', '11010519000229001'],
    ['31 April', '11010519900431001'],
    ['month 13', '11010519901301001'],
    ['day 0', '11010519900100001'],
    ['the year 1879', '11010518791231001'],
  ])('refuses the impossible birth date %s even when the check character fits', (_, first17) => {
    expect(messageFor(withCheckCharacter(first17))).toBe(WRONG_DATE);
  });

  it('accepts 29 February of a leap year', () => {
    expect(messageFor(withCheckCharacter('11010520000229001'))).toBeUndefined();
  });

  it.each(['00', '10', '16', '47', '84'])('refuses the province code %s', (province) => {
    expect(messageFor(withCheckCharacter(`${province}010519900101001`))).toBe(WRONG_BEGINNING);
  });

  it.each(['81', '82', '83', '91'])('accepts %s: residence permits carry the same kind of number', (prefix) => {
    expect(messageFor(withCheckCharacter(`${prefix}000019900101001`))).toBeUndefined();
  });

  it.each(['110105491231002', '11010519491231002', '1101051949123100200', 'X1010519491231002X', ''])(
    'refuses %p: not 18 characters of the right kind',
    (idNumber) => {
      expect(messageFor(idNumber)).toBe(
        '证件号码是 18 位，最后一位可能是 X；旧版外国人永久居留身份证是 3 个字母加 12 位数字；通行证和护照请照证件填写',
      );
    },
  );
});

describe('birth date and age from the identity number', () => {
  it('reads the birth date', () => {
    expect(birthDateOfIdCard('11010519491231002X')).toBe('1949-12-31');
    expect(birthDateOfIdCard('11010519490231002X')).toBeNull();
  });

  it.each([
    ['the day before the birthday', '2026-11-21', false],
    ['on the birthday', '2026-11-22', true],
    ['the day after', '2026-11-23', true],
  ])('counts 18 years at the Beijing date: %s', (_, onDate, expected) => {
    expect(isAtLeastYearsOld('110105200811220012', 18, onDate)).toBe(expected);
  });

  it('lets somebody born on 29 February come of age on 1 March of a common year', () => {
    const idNumber = withCheckCharacter('11010520080229001');
    expect(isAtLeastYearsOld(idNumber, 18, '2026-02-28')).toBe(false);
    expect(isAtLeastYearsOld(idNumber, 18, '2026-03-01')).toBe(true);
  });

  it('takes nobody for adult without a birth date', () => {
    expect(isAtLeastYearsOld('110105199002300012', 18, '2026-11-22')).toBe(false);
  });
});
