import { chinaDate, MOST_FIGURE_DAYS } from '@acceptance/shared';

const DAY_MS = 86_400_000;

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Spans that are offered by a name. */
export const OFFERED_DAYS = [7, 30, MOST_FIGURE_DAYS] as const;

/** So many days in Beijing, today being the last. */
export const lastDays = (days: number, now: Date): Days => ({
  from: chinaDate(new Date(now.getTime() - (days - 1) * DAY_MS)),
  to: chinaDate(now),
});

/** In whole per cent; nothing of nothing is nothing. */
export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100));
