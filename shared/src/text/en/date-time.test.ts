import { formatEnglishDate, formatEnglishDateTime, formatEnglishWeekdayTime } from './date-time';

describe('moments in English', () => {
  it.each([
    ['2026-11-22T09:00:00.000Z', '22 Nov 17:00', '22 Nov 2026', 'Sun 17:00'],
    ['2026-12-31T16:05:00.000Z', '1 Jan 00:05', '1 Jan 2027', 'Fri 00:05'],
  ])('%s is told in Beijing time', (moment, dateTime, date, weekdayTime) => {
    expect(formatEnglishDateTime(moment)).toBe(dateTime);
    expect(formatEnglishDate(new Date(moment))).toBe(date);
    expect(formatEnglishWeekdayTime(moment)).toBe(weekdayTime);
  });
});
