import * as v from 'valibot';
import { tidyCode } from '../format/tidy-code';
import { birthDateOfIdCard, idCardCheckCharacter } from './id-card-number';
import { isLatinName, tidyName } from './person-name';

/** In the order in which a number is compared with them: a passport's may look like anything. */
export const IDENTITY_DOCUMENT_TYPES = [
  'resident-id-card',
  'residence-permit',
  'permanent-residence-card',
  'hong-kong-macao-permit',
  'taiwan-permit',
  'passport',
] as const;
export type IdentityDocumentType = (typeof IDENTITY_DOCUMENT_TYPES)[number];
export const IDENTITY_DOCUMENT_LABELS: Record<IdentityDocumentType, string> = {
  'resident-id-card': '居民身份证',
  'residence-permit': '港澳台居民居住证',
  'permanent-residence-card': '外国人永久居留身份证',
  'hong-kong-macao-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '台湾居民来往大陆通行证',
  passport: '护照',
};

export interface IdentityDocumentRules {
  /** What its numbers look like, all of them. */
  readonly number: RegExp;
  /** Whether a name may stand on it in letters. */
  readonly latinName: boolean;
  /** The provider of real-name checks does not know it: staff look at the document itself. */
  readonly needsStaffCheck: boolean;
}

/**
 * Who carries one is found by the number. Permanent residence cards: since 2023-12-01 a 9 before place, country, birth date
 * and the check character of resident numbers; before, the letters of the country and 12 digits. Permits of Hong Kong and
 * Macao (rule of the Ministry of Public Security of 2010-03-10): H or M, 8 digits for life, 2 that count the cards, which
 * newer cards print apart. Permits of Taiwan: 8 digits on the cards issued since 2015. Passports (ICAO 9303): at most 9
 * letters and digits; those of digits alone have 9. A Korean passport looks like a permit of Macao: staff see which it is.
 */
export const IDENTITY_DOCUMENTS: Readonly<Record<IdentityDocumentType, IdentityDocumentRules>> = {
  'permanent-residence-card': {
    number: /^(?:9\d{16}[\dX]|[A-Z]{3}\d{12})$/,
    latinName: true,
    needsStaffCheck: true,
  },
  'hong-kong-macao-permit': { number: /^[HM]\d{8}(?:\d{2})?$/, latinName: true, needsStaffCheck: true },
  'taiwan-permit': { number: /^\d{8}$/, latinName: true, needsStaffCheck: true },
  passport: { number: /^(?:(?=\d*[A-Z])(?=[A-Z]*\d)[A-Z\d]{6,9}|\d{9})$/, latinName: true, needsStaffCheck: true },
  'residence-permit': { number: /^8[123]0{4}\d{11}[\dX]$/, latinName: true, needsStaffCheck: false },
  'resident-id-card': { number: /^[1-7]\d{16}[\dX]$/, latinName: false, needsStaffCheck: false },
};

/** Provinces of resident numbers (GB/T 2260). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
);

/** Which document carries such a number; null for none that we know. */
export function identityDocumentOf(typed: string): IdentityDocumentType | null {
  const number = tidyCode(typed);
  return IDENTITY_DOCUMENT_TYPES.find((type) => IDENTITY_DOCUMENTS[type].number.test(number)) ?? null;
}

/**
 * The same from a masked number, which keeps what tells them apart (old permanent residence cards excepted: they look like no
 * other). Short ones are hidden whole and tell nothing.
 */
export const identityDocumentOfMasked = (masked: string): IdentityDocumentType | null =>
  /^\**$/.test(masked) ? null : identityDocumentOf(masked.replaceAll('*', '0'));

const has18 = (number: string): boolean => number.length === 18;

/** Whether a number says when its holder was born; of others the document itself must tell. */
export const tellsBirthDate = (number: string): boolean => has18(tidyCode(number));

/** Whether a tidy number of 18 has a check character that fits and a day on which somebody can be born. */
export const isResidentNumber = (number: string): boolean =>
  /^\d{17}[\dX]$/.test(number) &&
  birthDateOfIdCard(number) !== null &&
  idCardCheckCharacter(number.slice(0, 17)) === number[17];

const beginsAsKnown = (number: string): boolean =>
  number.startsWith('8')
    ? identityDocumentOf(number) === 'residence-permit'
    : number.startsWith('9') || PROVINCES.has(number.slice(0, 2));

/**
 * Number of an identity document of those above; `x` becomes `X`, spaces go. What is refused is a slip of the finger; that a
 * document cannot be checked by the provider is no reason.
 */
export const identityNumberSchema = v.pipe(
  v.string('请输入身份证号码'),
  v.transform(tidyCode),
  v.regex(
    /^(?:\d{17}[\dX]|[A-Z]{3}\d{12}|[HM]\d{10}|(?=\d*[A-Z])(?=[A-Z]*\d)[A-Z\d]{6,9}|\d{8,9})$/,
    '证件号码是 18 位，最后一位可能是 X；旧版外国人永久居留身份证是 3 个字母加 12 位数字；通行证和护照请照证件填写',
  ),
  v.check(
    (number) => !has18(number) || beginsAsKnown(number),
    '号码的开头输错了，请与证件核对；港澳台居民请填居住证的号码',
  ),
  v.check((number) => !has18(number) || birthDateOfIdCard(number) !== null, '号码里的出生日期输错了，请与证件核对'),
  v.check(
    (number) => !has18(number) || idCardCheckCharacter(number.slice(0, 17)) === number[17],
    '证件号码有一位输错了，请核对',
  ),
);

/** What is wrong with a name for the document of this number, or null; both are right by themselves. */
export function nameProblemFor(idNumber: string, name: string): string | null {
  const document = identityDocumentOf(idNumber);
  return document && !IDENTITY_DOCUMENTS[document].latinName && isLatinName(tidyName(name))
    ? '居民身份证上的姓名是汉字，请按证件填写'
    : null;
}
