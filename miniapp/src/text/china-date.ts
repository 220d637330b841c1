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
