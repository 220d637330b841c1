import type { Trade } from '../../ports/payment-gateway';
import { misfitOf } from './fit-trade';
import { ATTEMPT_LIFE_MS, descriptionOf, isReusable, newAttempt } from './new-attempt';
import { nextLook } from './watch-attempt';

const now = new Date('2026-11-28T02:00:00Z');
const gateway = { appid: 'wx1', mchid: '1900000001', notifyUrl: 'https://ca.example/api/callbacks/wechat-pay' };
let bytes = 0;
const randomBytes = (size: number): Buffer => {
  bytes += 1;
  return Buffer.alloc(size, bytes);
};
const wish = { channel: 'wechat-jsapi', openid: 'o1', now, gateway } as const;
const attempt = newAttempt({
  ...wish,
  orderNumber: 'ABCDEF-261128-1234',
  projectName: '政府采购电子交易数字证书',
  sequence: 30,
  amountFen: 26_000,
  randomBytes,
});

describe('a new attempt', () => {
  it('has a number that fits WeChat Pay and that nobody can guess', () => {
    expect(attempt.outTradeNo).toMatch(/^[0-9A-Za-z_\-|*]{6,32}$/);
    const other = newAttempt({
      ...wish,
      orderNumber: 'ABCDEF-261128-1234',
      projectName: '',
      sequence: 30,
      amountFen: 1,
      randomBytes,
    });
    expect(other.outTradeNo).not.toBe(attempt.outTradeNo);
    expect(other.request.attach).not.toBe(attempt.request.attach);
  });

  it('keeps the whole first request', () => {
    expect(attempt.request).toMatchObject({
      ...gateway,
      openid: 'o1',
      amountFen: 26_000,
      timeExpire: '2026-11-28T12:00:00+08:00',
    });
  });
});

describe('the description', () => {
  it.each(['证', '👨‍👩‍👧', 'a', '𠮷'])(
    'of a long name of %s has at most 127 bytes and keeps the number',
    (character) => {
      const text = descriptionOf(character.repeat(200), 'ABCDEF-261128-1234');
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(127);
      expect(Buffer.byteLength(text)).toBeGreaterThan(100);
      expect(text.endsWith(' ABCDEF-261128-1234')).toBe(true);
      expect(text).not.toContain('\uFFFD');
    },
  );
});

describe('an attempt is handed out again', () => {
  it('for the same wish only, and with time enough to pay', () => {
    expect(isReusable(attempt, wish)).toBe(true);
    expect(isReusable(attempt, { ...wish, openid: 'o2' })).toBe(false);
    expect(isReusable(attempt, { ...wish, channel: 'wechat-native' })).toBe(false);
    expect(isReusable(attempt, { ...wish, gateway: { ...gateway, mchid: '1900000002' } })).toBe(false);
    expect(isReusable(attempt, { ...wish, gateway: { ...gateway, notifyUrl: 'https://other.example/' } })).toBe(false);
    const almostOver = new Date(attempt.expiresAt.getTime() - 1200);
    expect(isReusable(attempt, { ...wish, now: almostOver })).toBe(false);
  });
});

describe('a trade fits its attempt', () => {
  const trade: Trade = {
    appid: gateway.appid,
    mchid: gateway.mchid,
    outTradeNo: attempt.outTradeNo,
    transactionId: '42',
    tradeState: 'SUCCESS',
    amountFen: 26_000,
    currency: 'CNY',
    attach: attempt.request.attach,
    payerOpenid: 'o1',
    successTime: new Date(now.getTime() + 1000),
  };

  it('when everything that was agreed is in it', () => {
    expect(misfitOf(trade, attempt)).toBeNull();
    expect(misfitOf({ ...trade, payerOpenid: null, successTime: null }, attempt)).toBeNull();
  });

  it.each<[string, Partial<Trade>]>([
    ['appid-differs', { appid: 'wx2' }],
    ['merchant-differs', { mchid: '1900000002' }],
    ['amount-differs', { amountFen: 25_999 }],
    ['amount-differs', { amountFen: null }],
    ['currency-differs', { currency: 'USD' }],
    ['currency-differs', { currency: 'cny' }],
    ['currency-differs', { currency: null }],
    ['attach-differs', { attach: '' }],
    ['attach-differs', { attach: null }],
    ['payer-differs', { payerOpenid: 'o2' }],
    ['older-than-attempt', { successTime: new Date(now.getTime() - 3_600_000) }],
  ])('not with %s', (misfit, change) => {
    expect(misfitOf({ ...trade, ...change }, attempt)).toBe(misfit);
  });
});

describe('the watch', () => {
  it('looks after 15 s, 30 s, a minute … at most ten minutes apart, and at the expiry', () => {
    const looks: number[] = [];
    let at = new Date(now.getTime() + 15_000);
    while (at < attempt.expiresAt) {
      looks.push((at.getTime() - now.getTime()) / 1000);
      at = nextLook(attempt, at);
    }
    expect(looks.slice(0, 6)).toEqual([15, 30, 60, 120, 240, 480]);
    expect(Math.max(...looks.slice(1).map((look, index) => look - looks[index]!))).toBeLessThanOrEqual(600);
    expect(at.getTime() - now.getTime()).toBe(ATTEMPT_LIFE_MS);
    expect(looks.length).toBeLessThan(25);
  });
});
