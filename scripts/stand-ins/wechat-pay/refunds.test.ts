import { useWechatPay } from './testing/use-wechat-pay';

const bench = useWechatPay({ refundMs: 3000 });
const { credentials, scheduler, environment, merchant } = bench;

const refundOf = (outRefundNo: string, refund: number, o: object = {}) => ({
  out_trade_no: 'ORDER-0001',
  out_refund_no: outRefundNo,
  reason: '重复付款',
  notify_url: bench.receiver.url,
  amount: { refund, total: 26000, currency: 'CNY' },
  ...o,
});
const queryRefund = (outRefundNo: string) => merchant.call('GET', `/v3/refund/domestic/refunds/${outRefundNo}`);

test('an accepted refund is under way, is then made, and the merchant is told', async () => {
  const paid = await bench.pay.pay('ORDER-0001');
  const accepted = await merchant.refund(refundOf('REFUND-1', 26000));
  expect(accepted.status).toBe(200);
  expect(accepted.signedByPlatform).toBe(true);
  expect(accepted.json).toMatchObject({
    out_refund_no: 'REFUND-1',
    transaction_id: paid.transactionId,
    channel: 'ORIGINAL',
    status: 'PROCESSING',
    amount: { total: 26000, refund: 26000, payer_refund: 26000, currency: 'CNY' },
  });
  expect(accepted.json.success_time).toBeUndefined();

  scheduler.advance(3000);
  await bench.pay.idle();
  expect((await queryRefund('REFUND-1')).json).toMatchObject({ status: 'SUCCESS', success_time: expect.any(String) });
  expect((await merchant.query('ORDER-0001')).json.trade_state).toBe('REFUND');
  const notification = bench.receiver.received.at(-1);
  expect(notification?.event).toBe('REFUND.SUCCESS');
  expect(notification?.resource).toMatchObject({
    mchid: credentials.wechatPay.merchantId,
    out_trade_no: 'ORDER-0001',
    out_refund_no: 'REFUND-1',
    refund_status: 'SUCCESS',
    amount: { total: 26000, refund: 26000 },
  });
  expect(notification?.resource.status).toBeUndefined();
});

test('the same refund again is the same refund; the same number with another amount is refused', async () => {
  await bench.pay.pay('ORDER-0001');
  const first = await merchant.refund(refundOf('REFUND-2', 100));
  const again = await merchant.refund(refundOf('REFUND-2', 100));
  expect(again.json.refund_id).toBe(first.json.refund_id);
  expect(bench.pay.payment('ORDER-0001')?.refunds).toHaveLength(1);
  const changed = await merchant.refund(refundOf('REFUND-2', 200));
  expect([changed.status, changed.json.code]).toEqual([400, 'INVALID_REQUEST']);
});

test('partial refunds together may not exceed what was paid', async () => {
  await bench.pay.pay('ORDER-0001');
  await merchant.refund(refundOf('REFUND-3', 16000));
  const tooMuch = await merchant.refund(refundOf('REFUND-4', 10001));
  expect(tooMuch.json).toEqual({ code: 'INVALID_REQUEST', message: '申请退款金额大于订单可退金额' });
  scheduler.advance(60_000);
  expect((await merchant.refund(refundOf('REFUND-5', 10000))).status).toBe(200);
});

test('an unpaid order, an unknown order and a wrong total are refused', async () => {
  expect((await merchant.refund(refundOf('REFUND-6', 1))).json.message).toBe('订单未支付，不能退款');
  const unknown = await merchant.refund(refundOf('REFUND-6', 1, { out_trade_no: 'ORDER-0002' }));
  expect([unknown.status, unknown.json.code]).toEqual([404, 'RESOURCE_NOT_EXISTS']);
  await bench.pay.pay('ORDER-0001');
  const wrongTotal = { amount: { refund: 1, total: 25999, currency: 'CNY' } };
  expect((await merchant.refund(refundOf('REFUND-6', 1, wrongTotal))).json.code).toBe('INVALID_REQUEST');
  expect((await merchant.refund(refundOf('REFUND-6', 1, { out_trade_no: undefined }))).json.code).toBe('PARAM_ERROR');
  expect((await queryRefund('REFUND-6')).status).toBe(404);
});

test('a refund may be asked for by transaction_id, and ended at once by hand', async () => {
  const { transactionId } = await bench.pay.pay('ORDER-0001');
  const request = refundOf('REFUND-7', 5, { out_trade_no: undefined, transaction_id: transactionId });
  expect((await merchant.refund(request)).status).toBe(200);
  expect(await bench.pay.completeRefund('REFUND-7')).toBe(true);
  expect((await queryRefund('REFUND-7')).json.status).toBe('SUCCESS');
  expect(await bench.pay.completeRefund('REFUND-7')).toBe(false);
});

test('a refund the bank refuses ends ABNORMAL and is told so', async () => {
  await bench.pay.pay('ORDER-0001');
  environment.faults.set({ standIn: 'wechat-pay', fault: 'refund-abnormal', times: 1 });
  await merchant.refund(refundOf('REFUND-8', 26000));
  scheduler.advance(3000);
  await bench.pay.idle();
  expect((await queryRefund('REFUND-8')).json.status).toBe('ABNORMAL');
  expect(bench.receiver.received.at(-1)).toMatchObject({
    event: 'REFUND.ABNORMAL',
    resource: { refund_status: 'ABNORMAL' },
  });
});
