const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;

const inBeijing = (moment: Date | string): Date => new Date(new Date(moment).getTime() + BEIJING_OFFSET_MS);
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The calendar date in Asia/Shanghai (UTC+8 all year since 1992), `YYYY-MM-DD`. */
export const chinaDate = (moment: Date | string): string => inBeijing(moment).toISOString().slice(0, 10);

/** The first moment of a day of Beijing, `YYYY-MM-DD`; an invalid date for what is none. */
export const startOfChinaDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** 11月22日 17:00 */
export function formatChinaDateTime(moment: Date | string): string {
  const local = inBeijing(moment);
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${twoDigits(local.getUTCHours())}:${twoDigits(local.getUTCMinutes())}`;
}

/** 2026年11月22日 */
export function formatChinaDate(moment: Date | string): string {
  const local = inBeijing(moment);
  return `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** 周四 17:00 */
export function formatChinaWeekdayTime(moment: Date | string): string {
  const local = inBeijing(moment);
  return `${WEEKDAYS[local.getUTCDay()]} ${twoDigits(local.getUTCHours())}:${twoDigits(local.getUTCMinutes())}`;
}

/** When the current day of Beijing ends. */
export function chinaMidnightAfter(moment: Date): Date {
  const local = inBeijing(moment);
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + 1) - BEIJING_OFFSET_MS);
}
