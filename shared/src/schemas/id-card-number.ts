const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

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
