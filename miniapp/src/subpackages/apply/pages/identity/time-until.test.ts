import { timeUntil } from './time-until';

const midnight = '2026-11-26T16:00:00.000Z';
const before = (minutes: number): number => Date.parse(midnight) - minutes * 60_000;

describe('the time until one can try again', () => {
  it.each([
    [330, '5 小时 30 分钟'],
    [120, '2 小时'],
    [59.2, '1 小时'],
    [25, '25 分钟'],
    [0.1, '1 分钟'],
  ])('%d minutes before: %s', (minutes, words) => {
    expect(timeUntil(midnight, before(minutes))).toBe(words);
  });

  it.each([0, -1])('is over %d minutes before', (minutes) => {
    expect(timeUntil(midnight, before(minutes))).toBeNull();
  });
});
