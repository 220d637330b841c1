import * as shared from '@acceptance/shared';
import { currentLanguage } from '../language/current-language';

type Format = (moment: Date | string) => string;

const either =
  (chinese: Format, english: Format): Format =>
  (moment) =>
    (currentLanguage() === 'en' ? english : chinese)(moment);

/** 11月22日 17:00, 22 Nov 17:00. Beijing time in both languages. */
export const formatChinaDateTime = either(shared.formatChinaDateTime, shared.formatEnglishDateTime);

/** 2026年11月22日, 22 Nov 2026 */
export const formatChinaDate = either(shared.formatChinaDate, shared.formatEnglishDate);

/** 周四 17:00, Thu 17:00 */
export const formatChinaWeekdayTime = either(shared.formatChinaWeekdayTime, shared.formatEnglishWeekdayTime);

const WEEKDAY_IS_CLEAR_MS = 6 * 86_400_000;

/** 周四 17:00 while that names one day only, 10月8日 17:00 beyond: a long holiday puts a promise into another week. */
export const formatPromise = (moment: string, now: number): string =>
  new Date(moment).getTime() - now < WEEKDAY_IS_CLEAR_MS ? formatChinaWeekdayTime(moment) : formatChinaDateTime(moment);
