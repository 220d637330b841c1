import { readFileSync } from 'node:fs';
import { isWeekend, isYearKnown, joinDays, packagedDays, type StatutoryDays } from './statutory-days';

const NOTHING: StatutoryDays = { holidays: new Set(), movedWorkdays: new Set() };
const LISTS = ['holidays', 'workdays'] as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

type Lists = Readonly<Record<(typeof LISTS)[number], readonly string[]>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRealDate = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`);
  return DATE.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

/** `{ "2027-01-01": "…" }`, as `chinese-days` publishes each year, or a plain list of dates. */
function datesOf(value: unknown): string[] | null {
  if (Array.isArray(value)) {
    return value.every((day) => typeof day === 'string') ? value : null;
  }
  return isRecord(value) ? Object.keys(value) : null;
}

function readLists(json: unknown, problems: string[]): Lists {
  const read = (name: (typeof LISTS)[number]): string[] => {
    const dates = isRecord(json) ? datesOf(json[name]) : null;
    if (!dates) {
      problems.push(`${name} must be an object with dates as names, or a list of dates`);
    }
    for (const [index, day] of (dates ?? []).entries()) {
      if (!isRealDate(day)) {
        problems.push(`${name}, entry ${index + 1} is not a date (YYYY-MM-DD)`);
      }
    }
    return (dates ?? []).filter(isRealDate);
  };
  return { holidays: read('holidays'), workdays: read('workdays') };
}

/** What cannot be meant: a day that is both, a weekday that is worked on anyway, a year told by halves. */
function findContradictions({ holidays, workdays }: Lists, packaged: StatutoryDays, problems: string[]): void {
  const free = new Set(holidays);
  for (const day of workdays) {
    if (free.has(day)) {
      problems.push(`${day} is a holiday and a working day`);
    } else if (!isWeekend(day) && !packaged.holidays.has(day)) {
      problems.push(`${day} is a working day anyway: workdays are the weekends that are worked on`);
    }
  }
  const joined = joinDays(packaged, { holidays: free, movedWorkdays: new Set(workdays) });
  for (const year of new Set([...holidays, ...workdays].map((day) => Number(day.slice(0, 4))))) {
    if (!isYearKnown(joined, year)) {
      problems.push(`${year} is incomplete: 1 January, 1 May and 1 October are holidays of every year`);
    }
  }
}

/** Parses what the operator gives. `problems` is given all that is wrong with it. */
export function parseCalendar(text: string, packaged: StatutoryDays, problems: string[]): StatutoryDays {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    problems.push('the file is not JSON');
    return NOTHING;
  }
  const lists = readLists(json, problems);
  findContradictions(lists, packaged, problems);
  return { holidays: new Set(lists.holidays), movedWorkdays: new Set(lists.workdays) };
}

/**
 * Statutory holidays and moved working days: those of the package, and before them those of a file.
 * @param path empty: the package alone
 */
export function readStatutoryDays(path: string | undefined, problems: string[]): StatutoryDays {
  const packaged = packagedDays();
  if (!path) {
    return packaged;
  }
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    problems.push('the file cannot be read');
    return packaged;
  }
  return joinDays(packaged, parseCalendar(text, packaged, problems));
}
