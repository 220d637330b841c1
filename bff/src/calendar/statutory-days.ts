import { getHolidaysInRange, isWorkday } from 'chinese-days';

/** Days that are otherwise than their weekday says, as `YYYY-MM-DD`. */
export interface StatutoryDays {
  readonly holidays: ReadonlySet<string>;
  /** Weekends that are worked on, for a holiday made longer. */
  readonly movedWorkdays: ReadonlySet<string>;
}

/** Before it nothing of ours was promised. */
const FIRST_YEAR = 2026;
/** The State Council announces one year at a time; more than this many ahead nobody knows. */
const YEARS_AHEAD = 50;
const DAY_MS = 86_400_000;

/** The weekday of a calendar day, 0 for Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
export const isWeekend = (day: string): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;

function daysOfYear(year: number): string[] {
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += DAY_MS) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

let packaged: StatutoryDays | undefined;

/** What the package `chinese-days` knows of the State Council's announcements; it takes tens of milliseconds to tell, and tells the same. */
export function packagedDays(): StatutoryDays {
  packaged ??= askPackage();
  return packaged;
}

function askPackage(): StatutoryDays {
  const years = Array.from({ length: YEARS_AHEAD }, (_, index) => FIRST_YEAR + index).filter(
    (year) => getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0,
  );
  return {
    holidays: new Set(years.flatMap((year) => getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false))),
    movedWorkdays: new Set(years.flatMap(daysOfYear).filter((day) => isWeekend(day) && isWorkday(day))),
  };
}

/** What the operator gives comes before what the package knows, day by day: an announcement may be changed. */
export function joinDays(known: StatutoryDays, given: StatutoryDays): StatutoryDays {
  const without = (days: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...days].filter((day) => !others.has(day));
  return {
    holidays: new Set([...without(known.holidays, given.movedWorkdays), ...given.holidays]),
    movedWorkdays: new Set([...without(known.movedWorkdays, given.holidays), ...given.movedWorkdays]),
  };
}

/** Holidays that every year has on these days, whatever is moved around them: who knows them knows that year's announcement. */
const EVERY_YEAR = ['01-01', '05-01', '10-01'] as const;

export const isYearKnown = ({ holidays }: StatutoryDays, year: number): boolean =>
  EVERY_YEAR.every((day) => holidays.has(`${year}-${day}`));
