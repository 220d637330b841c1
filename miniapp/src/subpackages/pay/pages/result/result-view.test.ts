import { orderTroubles, type PaymentAttemptView } from '@acceptance/shared';
import { resultView } from './result-view';

type Facts = Parameters<typeof resultView>[0];
const open: PaymentAttemptView = {
  problem: null,
  outTradeNo: 'HL20261122000001P1',
  channel: 'wechat-jsapi',
  status: 'open',
  amountFen: 26000,
  expiresAt: '2026-11-22T09:00:00.000Z',
};
const facts = (change: Partial<Facts> = {}): Facts => ({
  status: 'approved',
  paymentStatus: 'pending',
  payments: [open],
  troubles: orderTroubles({ contractState: 'acknowledged', attempts: change.payments ?? [] }),
  project: { paymentRequired: true },
  deliveryWay: 'courier',
  ...change,
});

describe('the result of a payment', () => {
  it('tells what happens next once it is paid', () => {
    const view = resultView(facts({ status: 'paid', paymentStatus: 'paid' }), false);
    expect(view).toMatchObject({ kind: 'paid', title: '支付成功', lines: ['已支付，等待制证'], waiting: false });
    expect(view.next[0]).toContain('制作证书');
    expect(view.next[1]).toContain('寄出');
    expect(
      resultView(facts({ status: 'paid', paymentStatus: 'paid', deliveryWay: 'pick-up' }), false).next[1],
    ).toContain('领取');
  });

  it('shows where the certificate is when the page is opened later', () => {
    const view = resultView(facts({ status: 'issuing', paymentStatus: 'paid' }), false);
    expect(view).toMatchObject({ kind: 'paid', lines: ['制证中'], next: [] });
  });

  it('claims nothing while the money is on its way', () => {
    expect(resultView(facts(), false)).toMatchObject({
      kind: 'confirming',
      title: '微信支付确认中，不要重复付款',
      waiting: true,
      canContinue: false,
    });
  });

  it('offers both cases when it takes long, and keeps asking', () => {
    const view = resultView(facts(), true);
    expect(view).toMatchObject({ waiting: true, canContinue: true });
    expect(view.lines.join()).toContain('如果您已经付款');
    expect(view.lines.join()).toContain('自动原路退回');
  });

  it.each([
    ['money-differs', 'closed', '与订单不符'],
    ['unclear', 'open', '还没有给出结果'],
  ] as const)('never offers to pay again while money is %s', (problem, status, words) => {
    const view = resultView(facts({ payments: [{ ...open, status, problem }] }), true);
    expect(view).toMatchObject({ kind: 'confirming', title: '付款正在核对', waiting: true, canContinue: false });
    expect(view.lines.join()).toContain(words);
    expect(view.lines.join()).toContain('请不要重复付款');
  });

  it('promises no time while a second payment is being checked', () => {
    const payments = [
      { ...open, status: 'paid' as const },
      { ...open, problem: 'money-differs' as const },
    ];
    const view = resultView(facts({ status: 'paid', paymentStatus: 'paid', payments }), false);
    expect(view).toMatchObject({ kind: 'paid', next: [] });
    expect(view.lines).toHaveLength(2);
  });

  it('says that a refund is late', () => {
    const payments = [{ ...open, status: 'refunding' as const, problem: 'refund-delayed' as const }];
    expect(resultView(facts({ paymentStatus: 'refunding', payments }), false).lines).toEqual([
      '退款暂未到账，财务正在处理，无需操作。',
    ]);
  });

  it('says that no payment arrived when every attempt is closed', () => {
    const view = resultView(facts({ payments: [{ ...open, status: 'closed' }] }), false);
    expect(view).toMatchObject({ kind: 'unpaid', waiting: false, canContinue: true });
  });

  it.each([
    ['refunding', '退款中'],
    ['refunded', '已退款'],
  ] as const)('reads %s as %s', (paymentStatus, title) => {
    expect(resultView(facts({ paymentStatus }), false)).toMatchObject({ kind: 'other', title, canContinue: false });
  });

  it('never offers payment for an order that is not payable', () => {
    const view = resultView(facts({ status: 'cancelled', paymentStatus: 'none' }), true);
    expect(view).toMatchObject({ kind: 'other', canContinue: false, waiting: false });
  });
});
