import { useWechatPay } from './testing/use-wechat-pay';

const bench = useWechatPay();
const { merchant } = bench;

const refund = (outRefundNo: string, amount: number) =>
  merchant.refund({
    out_trade_no: 'ORDER-0001',
    out_refund_no: outRefundNo,
    amount: { refund: amount, total: 26000, currency: 'CNY' },
  });

test.each([
  ['CASH', { wechatpay_contribute: 1000, merchant_contribute: 0 }],
  ['NOCASH', { wechatpay_contribute: 0, merchant_contribute: 1000 }],
] as const)('with a %s coupon the payer pays less than the total', async (type, shares) => {
  await bench.pay.pay('ORDER-0001', { coupon: { amount: 1000, type } });
  const trade = (await merchant.query('ORDER-0001')).json;
  expect(trade.amount).toEqual({ total: 26000, payer_total: 25000, currency: 'CNY', payer_currency: 'CNY' });
  expect(trade.promotion_detail).toEqual([
    expect.objectContaining({ scope: 'GLOBAL', type, amount: 1000, currency: 'CNY', ...shares }),
  ]);
  expect(bench.receiver.received[0]?.resource).toEqual(trade);
});

test('of a refund the coupon gets back its share, and the payer the rest', async () => {
  await bench.pay.pay('ORDER-0001', { coupon: { amount: 1000, type: 'CASH' } });
  expect((await refund('REFUND-1', 13000)).json).toMatchObject({
    amount: {
      total: 26000,
      refund: 13000,
      payer_total: 25000,
      payer_refund: 12500,
      settlement_total: 26000,
      settlement_refund: 13000,
      discount_refund: 500,
    },
    promotion_detail: [{ type: 'COUPON', amount: 1000, refund_amount: 500 }],
  });
  await bench.pay.completeRefund('REFUND-1');
  expect(bench.receiver.received.at(-1)?.resource.amount).toEqual({
    total: 26000,
    refund: 13000,
    payer_total: 25000,
    payer_refund: 12500,
  });
});

test('what the merchant gave itself is not settled', async () => {
  await bench.pay.pay('ORDER-0001', { coupon: { amount: 1000, type: 'NOCASH' } });
  expect((await refund('REFUND-1', 26000)).json).toMatchObject({
    amount: { payer_refund: 25000, settlement_total: 25000, settlement_refund: 25000, discount_refund: 1000 },
    promotion_detail: [{ type: 'DISCOUNT', refund_amount: 1000 }],
  });
});

test.each([0, 26000, 1.5, -1])('a coupon of %d fen is refused, and the order stays unpaid', async (amount) => {
  await expect(bench.pay.pay('ORDER-0001', { coupon: { amount, type: 'CASH' } })).rejects.toThrow(RangeError);
  expect(bench.pay.payment('ORDER-0001')?.state).toBe('NOTPAY');
});
