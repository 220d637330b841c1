import { startOfChinaDay } from '@acceptance/shared';
import { daysToCompare, isOfDay, startOfNextDay } from './money-days';

const at = (text: string) => new Date(`${text}+08:00`);

it('a day begins and ends at midnight in Beijing, wherever the server stands', () => {
  expect(startOfChinaDay('2026-11-22')).toEqual(new Date('2026-11-21T16:00:00.000Z'));
  expect(startOfNextDay('2026-11-30')).toEqual(new Date('2026-11-30T16:00:00.000Z'));
  expect(isOfDay(at('2026-11-22T00:00:00'), '2026-11-22')).toBe(true);
  expect(isOfDay(at('2026-11-22T23:59:59'), '2026-11-22')).toBe(true);
  expect(isOfDay(at('2026-11-23T00:00:00'), '2026-11-22')).toBe(false);
  expect(isOfDay(null, '2026-11-22')).toBe(false);
});

it.each([
  ['2026-11-23T10:14:59', ['2026-11-20', '2026-11-21']],
  ['2026-11-23T10:15:00', ['2026-11-20', '2026-11-21', '2026-11-22']],
  ['2026-11-21T00:30:00', []],
  ['2026-11-20T12:00:00', []],
])('at %s the days before are compared whose bills are made', (now, days) => {
  expect(daysToCompare('2026-11-20', at(now))).toEqual(days);
});

it('after a long time without it only so many days are made up for, the newest', () => {
  const days = daysToCompare('2026-01-01', at('2026-11-23T12:00:00'));
  expect(days).toHaveLength(60);
  expect(days.at(-1)).toBe('2026-11-22');
});
