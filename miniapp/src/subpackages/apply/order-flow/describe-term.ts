import { START_TEXT } from '../text';

/** 12 → 1 年, 18 → 18 个月 */
export const describeTerm = (months: number): string =>
  months % 12 === 0 ? START_TEXT.years(months / 12) : START_TEXT.months(months);
