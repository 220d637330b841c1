import { durationWords, reviewTimeLeft, timeLeft } from './time-left';

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

describe('the working time left to review an order', () => {
  it.each([
    ['submitted', 25, '工时还剩 25 分钟', 'attention'],
    ['submitted', 510, '工时还剩 8 小时 30 分', 'neutral'],
    ['submitted', 1530, '工时还剩 25 小时 30 分', 'neutral'],
    ['submitted', 0, '不到 1 分钟', 'attention'],
    ['submitted', -125, '工时已超 2 小时 5 分', 'bad'],
    ['returned', 330, '已暂停，工时还剩 5 小时 30 分', 'attention'],
  ] as const)('of an order that is %s with %s minutes reads “%s”', (status, reviewMinutesLeft, words, tone) => {
    expect(reviewTimeLeft({ status, reviewMinutesLeft })).toEqual({ words, tone });
  });

  it('says nothing where nothing is reviewed', () => {
    expect(reviewTimeLeft({ status: 'paid', reviewMinutesLeft: null })).toBeNull();
  });
});
