import type { OrderView } from '@acceptance/shared';
import { paidTwiceWords } from './paid-twice';

type Payment = OrderView['payments'][number];
const payment = (status: Payment['status'], problem: Payment['problem'] = null): Payment => ({
  ...{ outTradeNo: 'CGY-261130-0001-01', channel: 'wechat-native', status, amountFen: 26_000, problem },
  expiresAt: '2026-11-30T09:00:00.000Z',
});

describe('money that came twice', () => {
  it.each([
    ['on its way back', [payment('paid'), payment('refunding')], /正在原路退回/],
    ['back', [payment('refunded'), payment('paid')], /已原路退回/],
    ['back in part', [payment('refunded'), payment('paid'), payment('refunding')], /正在原路退回/],
  ] as const)('is spoken of while it is %s', (_title, payments, words) => {
    expect(paidTwiceWords({ paymentStatus: 'paid', payments: [...payments] })).toMatch(words);
  });

  it.each([
    ['nothing came twice', 'paid', [payment('closed'), payment('paid')]],
    ['finance is on it, which is said already', 'paid', [payment('paid'), payment('refunding', 'refund-delayed')]],
    ['all of it goes back, which the status says', 'refunding', [payment('refunding'), payment('refunded')]],
    ['it is still due', 'pending', [payment('refunded'), payment('open')]],
  ] as const)('is not spoken of where %s', (_title, paymentStatus, payments) => {
    expect(paidTwiceWords({ paymentStatus, payments: [...payments] })).toBeNull();
  });
});
