import { chinaDate, formatChinaDate, formatChinaDateTime, formatChinaWeekdayTime } from './china-date';

describe('dates in Beijing', () => {
  it('starts a day at 16:00 UTC', () => {
    expect(chinaDate('2026-11-21T15:59:59.999Z')).toBe('2026-11-21');
    expect(chinaDate('2026-11-21T16:00:00.000Z')).toBe('2026-11-22');
    expect(chinaDate(new Date('2026-12-31T16:00:00.000Z'))).toBe('2027-01-01');
  });

  it('does not depend on the offset in which the moment is written', () => {
    expect(chinaDate('2026-11-22T00:00:00+08:00')).toBe('2026-11-22');
    expect(chinaDate('2026-11-21T11:00:00-05:00')).toBe('2026-11-22');
  });

  it('writes dates as people read them', () => {
    const moment = '2026-11-22T01:05:00.000Z';
    expect(formatChinaDateTime(moment)).toBe('11月22日 09:05');
    expect(formatChinaDate(moment)).toBe('2026年11月22日');
    expect(formatChinaWeekdayTime(moment)).toBe('周日 09:05');
  });

  it('takes the weekday in Beijing, not in UTC', () => {
    expect(formatChinaWeekdayTime('2026-11-22T16:30:00.000Z')).toBe('周一 00:30');
  });
});
