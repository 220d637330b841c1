import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCalendar, readStatutoryDays } from './read-calendar-file';
import { packagedDays } from './statutory-days';

const parse = (value: unknown) => {
  const problems: string[] = [];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { days: parseCalendar(text, packagedDays(), problems), problems };
};
const year2027 = ['2027-01-01', '2027-05-01', '2027-10-01'];

it('takes a year as chinese-days publishes it, or lists of dates', () => {
  const published = {
    holidays: Object.fromEntries(year2027.map((day) => [day, 'x,y,1'])),
    workdays: { '2027-10-09': 'x' },
  };
  for (const given of [published, { holidays: year2027, workdays: ['2027-10-09'] }]) {
    const { days, problems } = parse(given);
    expect(problems).toEqual([]);
    expect([...days.holidays]).toEqual(year2027);
    expect([...days.movedWorkdays]).toEqual(['2027-10-09']);
  }
});

it('may change what the package knows, in both directions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
  const path = join(folder, 'days.json');
  writeFileSync(path, JSON.stringify({ holidays: ['2026-10-10'], workdays: ['2026-10-07'] }));
  const problems: string[] = [];
  const days = readStatutoryDays(path, problems);
  rmSync(folder, { recursive: true });
  expect(problems).toEqual([]);
  expect(days.movedWorkdays.has('2026-10-10')).toBe(false);
  expect(days.holidays.has('2026-10-07')).toBe(false);
  expect(days.holidays.has('2026-10-06')).toBe(true);
});

it('names every problem', () => {
  expect(parse('{').problems).toEqual(['the file is not JSON']);
  expect(parse([]).problems).toEqual([
    'holidays must be an object with dates as names, or a list of dates',
    'workdays must be an object with dates as names, or a list of dates',
  ]);
  expect(
    parse({ holidays: [...year2027, '2027-02-30', '2028-01-01', '2026-11-28'], workdays: ['2026-11-28', '2027-03-01'] })
      .problems,
  ).toEqual([
    'holidays, entry 4 is not a date (YYYY-MM-DD)',
    '2026-11-28 is a holiday and a working day',
    '2027-03-01 is a working day anyway: workdays are the weekends that are worked on',
    '2028 is incomplete: 1 January, 1 May and 1 October are holidays of every year',
  ]);
  const problems: string[] = [];
  readStatutoryDays('/nowhere/days.json', problems);
  expect(problems).toEqual(['the file cannot be read']);
});
