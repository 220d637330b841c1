import * as v from 'valibot';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

/** Check character of the first 17 digits (GB 11643-1999, section 4.2; ISO 7064 MOD 11-2). */
export function idCardCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS[sum % 11] ?? '';
}

/** Birth date as `YYYY-MM-DD`, or null when the eight digits are no calendar date. */
export function birthDateOfIdCard(idNumber: string): string | null {
  const year = Number(idNumber.slice(6, 10));
  const month = Number(idNumber.slice(10, 12));
  const day = Number(idNumber.slice(12, 14));
  const date = new Date(Date.UTC(year, month - 1, day));
  const isCalendarDate =
    year >= 1880 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isCalendarDate ? date.toISOString().slice(0, 10) : null;
}

/** Whether the holder has turned `years` on the given Beijing date (`YYYY-MM-DD`). */
export function isAtLeastYearsOld(idNumber: string, years: number, onDate: string): boolean {
  const birthDate = birthDateOfIdCard(idNumber);
  if (!birthDate) {
    return false;
  }
  const birthday = `${Number(birthDate.slice(0, 4)) + years}${birthDate.slice(4)}`;
  return birthday <= onDate;
}

/** Resident identity number (GB 11643): province, calendar birth date, check character; `x` becomes `X`. */
export const idCardNumberSchema = v.pipe(
  v.string('请输入身份证号码'),
  v.trim(),
  v.toUpperCase(),
  v.regex(/^\d{17}[\dX]$/, '身份证号码是 18 位，最后一位可能是 X'),
  v.check(
    (value) => PROVINCES.has(value.slice(0, 2)) && birthDateOfIdCard(value) !== null,
    '身份证号码里的地区或出生日期不对，请核对',
  ),
  v.check((value) => idCardCheckCharacter(value) === value[17], '身份证号码有一位输错了，请核对'),
);
