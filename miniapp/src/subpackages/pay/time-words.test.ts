import { minutesAndSeconds, secondsUntil } from './time-words';

describe('the countdown of a payment code', () => {
  it('reads as minutes and seconds', () => {
    expect(minutesAndSeconds(299)).toBe('4:59');
    expect(minutesAndSeconds(60)).toBe('1:00');
    expect(minutesAndSeconds(5)).toBe('0:05');
  });

  it('ends at zero', () => {
    const now = Date.parse('2026-11-22T04:00:00.000Z');
    expect(secondsUntil('2026-11-22T04:00:30.500Z', now)).toBe(31);
    expect(secondsUntil('2026-11-22T03:59:00.000Z', now)).toBe(0);
  });
});
