import { durationWords, timeLeft } from './time-left';

const now = Date.parse('2026-11-22T04:00:00.000Z');
const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

describe('the time left to review an order', () => {
  it.each([
    [25, '还剩 25 分钟', 'attention'],
    [120, '还剩 2 小时', 'attention'],
    [121, '还剩 2 小时 1 分', 'neutral'],
    [27 * 60, '还剩 1 天 3 小时', 'neutral'],
    [0.5, '不到 1 分钟', 'attention'],
    [-0.5, '刚刚超时', 'bad'],
    [-125, '已超时 2 小时 5 分', 'bad'],
  ] as const)('reads %s minutes as “%s” in the tone %s', (minutes, words, tone) => {
    expect(timeLeft(inMinutes(minutes), now)).toEqual({ words, tone });
  });

  it('says nothing when nothing was promised', () => {
    expect(timeLeft(null, now)).toBeNull();
  });

  it('leaves out a second unit that is zero', () => {
    expect(durationWords(24 * 60)).toBe('1 天');
    expect(durationWords(59)).toBe('59 分钟');
  });
});
