const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

const inBeijing = (moment: Date | string): Date => new Date(new Date(moment).getTime() + BEIJING_OFFSET_MS);
const timeOf = (local: Date): string => local.toISOString().slice(11, 16);
const dayOf = (local: Date): string => `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]}`;

/** 22 Nov 17:00, in Beijing time like every moment that the service names. */
export function formatEnglishDateTime(moment: Date | string): string {
  const local = inBeijing(moment);
  return `${dayOf(local)} ${timeOf(local)}`;
}

/** 22 Nov 2026 */
export function formatEnglishDate(moment: Date | string): string {
  const local = inBeijing(moment);
  return `${dayOf(local)} ${local.getUTCFullYear()}`;
}

/** Thu 17:00 */
export function formatEnglishWeekdayTime(moment: Date | string): string {
  const local = inBeijing(moment);
  return `${WEEKDAYS[local.getUTCDay()]} ${timeOf(local)}`;
}
