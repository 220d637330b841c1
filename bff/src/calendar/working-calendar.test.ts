import { readOfficeHours } from './office-hours';
import { joinDays, packagedDays } from './statutory-days';
import { createWorkingCalendar } from './working-calendar';

const HOUR = 3_600_000;
const calendarOf = (officeHours: string, given = { holidays: new Set<string>(), movedWorkdays: new Set<string>() }) =>
  createWorkingCalendar({ days: joinDays(packagedDays(), given), officeHours: readOfficeHours(officeHours)! });
const calendar = calendarOf('09:00-17:30');
const beijing = (text: string) => new Date(`${text}:00+08:00`);

/** Spring Festival as the operator may give it: the package ends with 2026. */
const springFestival = {
  holidays: new Set(['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11']),
  movedWorkdays: new Set(['2027-02-13']),
};

describe('one working day', () => {
  it.each([
    ['within office hours, to the same time of the next day', '2026-11-23T10:00', '2026-11-24T10:00'],
    ['at the very opening, to the closing', '2026-11-23T09:00', '2026-11-23T17:30'],
    ['at the very closing, as at the next opening', '2026-11-23T17:30', '2026-11-24T17:30'],
    ['at night, from the next opening', '2026-11-23T23:59', '2026-11-24T17:30'],
    ['just after midnight, still Sunday in UTC', '2026-11-23T00:30', '2026-11-23T17:30'],
    ['on a Friday afternoon, over the weekend', '2026-11-27T15:00', '2026-11-30T15:00'],
    ['on a Sunday', '2026-11-29T12:00', '2026-11-30T17:30'],
    ['on a moved Saturday, which is worked on', '2026-10-10T10:00', '2026-10-12T10:00'],
    ['on the Friday before a moved Sunday', '2026-09-18T10:00', '2026-09-20T10:00'],
    ['before the National Day week', '2026-09-30T15:00', '2026-10-08T15:00'],
    ['in the National Day week', '2026-10-03T11:00', '2026-10-08T17:30'],
    ['in Spring Festival 2026', '2026-02-17T11:00', '2026-02-24T17:30'],
  ])('that begins %s', (_title, from, to) => {
    expect(calendar.addWorkingDays(beijing(from), 1).toISOString()).toBe(beijing(to).toISOString());
  });

  it('jumps a Spring Festival that only the operator has told of, and uses its moved Saturday', () => {
    const told = calendarOf('09:00-17:30', springFestival);
    expect(told.addWorkingDays(beijing('2027-02-04T15:00'), 1)).toEqual(beijing('2027-02-12T15:00'));
    expect(told.addWorkingDays(beijing('2027-02-12T15:00'), 1)).toEqual(beijing('2027-02-13T15:00'));
    expect(calendar.addWorkingDays(beijing('2027-02-04T15:00'), 1)).toEqual(beijing('2027-02-05T15:00'));
  });
});

describe('working time', () => {
  it('leaves out a break at noon', () => {
    const withBreak = calendarOf('09:00-12:00,13:30-17:30');
    expect(withBreak.dayMs).toBe(7 * HOUR);
    expect(withBreak.addWorkingTime(beijing('2026-11-23T11:00'), 2 * HOUR)).toEqual(beijing('2026-11-23T14:30'));
    expect(withBreak.addWorkingTime(beijing('2026-11-23T12:30'), 0)).toEqual(beijing('2026-11-23T13:30'));
  });

  it.each([
    ['2026-11-23T10:00', '2026-11-23T12:15', 2.25],
    ['2026-11-23T08:00', '2026-11-23T20:00', 8.5],
    ['2026-11-27T17:00', '2026-11-30T09:30', 1],
    ['2026-09-30T17:00', '2026-10-08T10:00', 1.5],
    ['2026-11-28T10:00', '2026-11-29T10:00', 0],
    ['2026-11-24T10:00', '2026-11-23T10:00', -8.5],
  ])('from %s to %s are %s hours', (from, to, hours) => {
    expect(calendar.workingTimeBetween(beijing(from), beijing(to))).toBe(hours * HOUR);
  });

  it('between a moment and what is so much later is that much, wherever it begins and ends', () => {
    for (let step = 0; step < 400; step += 1) {
      const start = new Date(beijing('2026-09-17T00:07').getTime() + step * 97 * 60_000);
      const ms = step * 13 * 60_000;
      expect(calendar.workingTimeBetween(start, calendar.addWorkingTime(start, ms))).toBe(ms);
    }
  });
});

it('knows a year when its holidays were told', () => {
  expect(calendar.firstUnknownYear(beijing('2026-11-23T10:00'))).toBe(2027);
  expect(calendar.firstUnknownYear(beijing('2031-11-23T10:00'))).toBe(2031);
});

it.each(['', '9:00-17:30', '09:00', '17:30-09:00', '09:00-12:00,11:00-17:00', '09:00-09:30', '09:00-24:30'])(
  'takes no office hours like “%s”',
  (text) => {
    expect(readOfficeHours(text)).toBeNull();
  },
);
