import { chinaDate, startOfChinaDay } from '@acceptance/shared';

const DAY_MS = 86_400_000;
/** WeChat Pay makes the bill of a day at ten in the next morning (下载账单, API v3); a quarter of an hour later it asks nobody to wait. */
const BILL_READY_MS = DAY_MS + (10 * 60 + 15) * 60_000;
/** Bills are kept for three months. */
const MOST_DAYS_BEHIND = 60;

export const startOfNextDay = (day: string): Date => new Date(startOfChinaDay(day).getTime() + DAY_MS);
export const isOfDay = (moment: Date | null | undefined, day: string): boolean => !!moment && chinaDate(moment) === day;

/** The last day whose bill may be asked for. */
const lastDay = (now: Date): string => chinaDate(new Date(now.getTime() - BILL_READY_MS));

/** The days from `first` on whose bills may be asked for: of those that lie too far back, none. */
export function daysToCompare(first: string, now: Date): string[] {
  const days: string[] = [];
  for (let at = startOfChinaDay(lastDay(now)).getTime(); days.length < MOST_DAYS_BEHIND; at -= DAY_MS) {
    const day = chinaDate(new Date(at));
    if (day < first) {
      break;
    }
    days.unshift(day);
  }
  return days;
}
