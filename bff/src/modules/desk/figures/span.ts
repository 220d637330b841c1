import { AppError, chinaDate, MOST_FIGURE_DAYS, startOfChinaDay } from '@acceptance/shared';

const DAY_MS = 86_400_000;

/** Days in Beijing, as moments. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly begins: Date;
  /** The first moment after it. */
  readonly ends: Date;
}

/** @throws AppError desk.span_invalid */
export function readSpan({ from, to }: Pick<Span, 'from' | 'to'>): Span {
  const begins = startOfChinaDay(from);
  const last = startOfChinaDay(to);
  const days = (last.getTime() - begins.getTime()) / DAY_MS + 1;
  // February the 30th is read as March: no day of the calendar.
  const areDays = [begins, last].every((day) => !Number.isNaN(day.getTime()));
  if (!areDays || chinaDate(begins) !== from || chinaDate(last) !== to || days < 1 || days > MOST_FIGURE_DAYS) {
    throw new AppError('desk.span_invalid', { details: { most: String(MOST_FIGURE_DAYS) } });
  }
  return { from, to, begins, ends: new Date(last.getTime() + DAY_MS) };
}

/** All its days, in order. */
export const daysOf = ({ begins, ends }: Span): string[] =>
  Array.from({ length: Math.round((ends.getTime() - begins.getTime()) / DAY_MS) }, (_, index) =>
    chinaDate(new Date(begins.getTime() + index * DAY_MS)),
  );
