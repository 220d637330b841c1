import * as v from 'valibot';
import { maskIdNumber } from '../format/mask';
import { idCardCheckCharacter } from './id-card-number';
import {
  IDENTITY_DOCUMENT_TYPES,
  IDENTITY_DOCUMENTS,
  identityDocumentOf,
  identityDocumentOfMasked,
  identityNumberSchema,
  isResidentNumber,
  nameProblemFor,
} from './identity-document';

const complete = (first17: string): string => first17 + idCardCheckCharacter(first17);
/** 911840 + birth date: a 9, Beijing, the United States. */
const NEW_CARD = complete('91184019800101001');
const OLD_CARD = 'USA110080010101';
const PERMITS = ['810000', '820000', '830000'].map((place) => complete(`${place}19900101001`));
const RESIDENT = '11010519491231002X';

const messageFor = (number: unknown): string | undefined =>
  v.safeParse(identityNumberSchema, number).issues?.[0].message;

describe('identity documents', () => {
  it.each([
    [RESIDENT, 'resident-id-card'],
    ...PERMITS.map((permit) => [permit, 'residence-permit'] as const),
    [NEW_CARD, 'permanent-residence-card'],
    [OLD_CARD, 'permanent-residence-card'],
    ['usa 1100 8001 0101', 'permanent-residence-card'],
    ['H12345678', 'hong-kong-macao-permit'],
    ['M1234567802', 'hong-kong-macao-permit'],
    ['01234567', 'taiwan-permit'],
    ['E12345678', 'passport'],
    ['K1234567A', 'passport'],
    ['L123456', 'passport'],
    ['123456789', 'passport'],
    ['123', null],
    ['ABCDEFGHIJ', null],
    ['PASSPORT', null],
    ['', null],
  ] as const)('%s is %s', (number, type) => {
    expect(identityDocumentOf(number)).toBe(type);
  });

  it.each([RESIDENT, ...PERMITS, NEW_CARD, OLD_CARD, 'H12345678', 'M1234567802', '01234567', 'K1234567A', '123456789'])(
    'the number %s is accepted, and no region is found wrong',
    (number) => {
      expect(v.parse(identityNumberSchema, number)).toBe(number);
      expect(v.parse(identityNumberSchema, ` ${number.toLowerCase().replace(/(.{6})/g, '$1 ')}`)).toBe(number);
    },
  );

  it('are known by their masked numbers as well', () => {
    for (const number of [RESIDENT, ...PERMITS, NEW_CARD]) {
      expect(identityDocumentOfMasked(maskIdNumber(number))).toBe(identityDocumentOf(number));
    }
  });

  it('say which of them the provider cannot check', () => {
    expect(IDENTITY_DOCUMENT_TYPES.filter((type) => IDENTITY_DOCUMENTS[type].needsStaffCheck)).toEqual([
      'permanent-residence-card',
      'hong-kong-macao-permit',
      'taiwan-permit',
      'passport',
    ]);
  });

  it('are told from nothing where a number is hidden whole', () => {
    expect(identityDocumentOfMasked(maskIdNumber('01234567'))).toBeNull();
    expect(identityDocumentOfMasked('')).toBeNull();
  });

  it('tell slips of the finger apart', () => {
    expect(messageFor(complete('81000119900101001'))).toBe(
      '号码的开头输错了，请与证件核对；港澳台居民请填居住证的号码',
    );
    expect(messageFor(complete('91184019801301001'))).toBe('号码里的出生日期输错了，请与证件核对');
    expect(messageFor(`${NEW_CARD.slice(0, 17)}${NEW_CARD.endsWith('1') ? '2' : '1'}`)).toBe(
      '证件号码有一位输错了，请核对',
    );
    expect(messageFor('USA11008001010')).toContain('3 个字母加 12 位数字');
    // Half a resident's number, and one with a digit too many.
    expect(messageFor('1101051949')).toContain('18 位');
    expect(messageFor(`${RESIDENT}1`)).toContain('18 位');
    expect(messageFor(undefined)).toBe('请输入身份证号码');
  });
});

describe('a name and its document', () => {
  it.each([
    [RESIDENT, 'SMITH JOHN', '居民身份证上的姓名是汉字，请按证件填写'],
    [RESIDENT, '张伟', null],
    [NEW_CARD, 'SMITH JOHN', null],
    [NEW_CARD, '史密斯', null],
    [OLD_CARD, 'SMITH JOHN', null],
    [PERMITS[0] ?? '', 'CHAN TAI MAN', null],
    ['H12345678', '陈大文', null],
    ['K1234567A', 'SMITH JOHN', null],
    ['', 'SMITH JOHN', null],
  ])('%s with %s: %p', (number, name, problem) => {
    expect(nameProblemFor(number, name)).toBe(problem);
  });
});

describe('a resident number by its check character', () => {
  it.each([
    [RESIDENT, true],
    ['110105194912310021', false],
    ['91110000802100433B', false],
  ])('%s: %p', (number, expected) => {
    expect(isResidentNumber(number)).toBe(expected);
  });
});
