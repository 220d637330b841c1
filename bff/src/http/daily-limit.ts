import { chinaDate } from '@acceptance/shared';
import type { RateCounter } from './rate-limit';

const DAY_SECONDS = 86_400;

/** So many of something a day of Beijing's, such as questions that a remote charges for. */
export interface DailyLimit {
  readonly name: string;
  readonly most: number;
}

/**
 * Takes one of the day's, before it is used, so that parallel calls share them; false when none is left. The day is
 * Beijing's, in which people are told 明天.
 */
export async function takeOfDay(
  counter: RateCounter,
  { name, most }: DailyLimit,
  { caller, now }: { readonly caller: string; readonly now: Date },
): Promise<boolean> {
  return (await counter.count(`${name}|${caller}|${chinaDate(now)}`, DAY_SECONDS, now)) <= most;
}

/** How many were used on a day of Beijing's (`YYYY-MM-DD`; empty: never), where a record keeps it of itself. */
export interface DayCount {
  readonly day: string;
  readonly count: number;
}

/** How many of them were used today: what is stored of another day counts no longer. */
export const usedToday = ({ day, count }: DayCount, now: Date): number => (day === chinaDate(now) ? count : 0);
