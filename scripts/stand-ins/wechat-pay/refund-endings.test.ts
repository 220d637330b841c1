import { startNotificationReceiver } from './testing/notification-receiver';
import { useWechatPay } from './testing/use-wechat-pay';

const MINUTE = 60_000;
const bench = useWechatPay({ refundMs: 3000 });
const { credentials, scheduler, merchant } = bench;
beforeEach(() => bench.pay.pay('ORDER-0001'));

const refund = (outRefundNo: string, amount: number, o: object = {}) =>
  merchant.refund({
    out_trade_no: 'ORDER-0001',
    out_refund_no: outRefundNo,
    amount: { refund: amount, total: 26000, currency: 'CNY' },
    ...o,
  });
const statusOf = async (outRefundNo: string) =>
  (await merchant.call('GET', `/v3/refund/domestic/refunds/${outRefundNo}`)).json.status;
const lastNotice = () => bench.receiver.received.at(-1);

test('not-enough: 403, no refund; the same number works once there is money', async () => {
  bench.pay.ownFaults.set({ fault: 'not-enough', times: 1 });
  const poor = await refund('REFUND-1', 26000);
  expect([poor.status, poor.json.code, poor.signedByPlatform]).toEqual([403, 'NOT_ENOUGH', true]);
  expect(bench.pay.payment('ORDER-0001')).toMatchObject({ state: 'SUCCESS', refunds: [] });
  expect((await refund('REFUND-1', 26000)).status).toBe(200);
});

test('between two refunds of one trade there is a minute; a repeated one and other trades need not wait', async () => {
  expect((await refund('REFUND-1', 100)).status).toBe(200);
  scheduler.advance(MINUTE - 1);
  const tooSoon = await refund('REFUND-2', 100);
  expect([tooSoon.status, tooSoon.json.code]).toEqual([429, 'FREQUENCY_LIMITED']);
  expect(tooSoon.headers.get('request-id')).toMatch(/-268447840$/);
  expect((await refund('REFUND-1', 100)).status).toBe(200);
  await merchant.jsapi(merchant.order('ORDER-0002', { notify_url: bench.receiver.url }));
  await bench.pay.pay('ORDER-0002');
  expect((await refund('REFUND-3', 100, { out_trade_no: 'ORDER-0002' })).status).toBe(200);
  scheduler.advance(1);
  expect((await refund('REFUND-2', 100)).status).toBe(200);
});

test('refund-closed: it ends CLOSED, is told so, and the money can be refunded under another number', async () => {
  bench.pay.ownFaults.set({ fault: 'refund-closed', times: 1, onPath: 'REFUND-1' });
  await refund('REFUND-1', 26000);
  scheduler.advance(3000);
  await bench.pay.idle();
  expect(await statusOf('REFUND-1')).toBe('CLOSED');
  expect(lastNotice()).toMatchObject({ event: 'REFUND.CLOSED', resource: { refund_status: 'CLOSED' } });
  expect(lastNotice()?.resource.success_time).toBeUndefined();
  expect(JSON.parse(lastNotice()?.body ?? '').summary).toBe('退款关闭');
  scheduler.advance(MINUTE);
  expect((await refund('REFUND-2', 26000)).status).toBe(200);
});

test.each(['SUCCESS', 'ABNORMAL', 'CLOSED'] as const)('by hand a refund is ended %s', async (end) => {
  await refund('REFUND-1', 26000);
  expect(await bench.pay.completeRefund('REFUND-1', end)).toBe(true);
  expect(await statusOf('REFUND-1')).toBe(end);
  expect(lastNotice()?.event).toBe(`REFUND.${end}`);
  expect(await bench.pay.completeRefund('REFUND-1', end)).toBe(false);
});

test('a notice goes to the refund’s own notify_url, and to the order’s where it has none', async () => {
  const own = await startNotificationReceiver(credentials.wechatPay.apiV3Key);
  await refund('REFUND-1', 100, { notify_url: own.url });
  await bench.pay.completeRefund('REFUND-1');
  expect(own.received).toMatchObject([{ event: 'REFUND.SUCCESS', resource: { out_refund_no: 'REFUND-1' } }]);
  expect(bench.receiver.received).toHaveLength(1);
  scheduler.advance(MINUTE);
  await refund('REFUND-2', 100);
  await bench.pay.completeRefund('REFUND-2');
  expect(lastNotice()).toMatchObject({ event: 'REFUND.SUCCESS', resource: { out_refund_no: 'REFUND-2' } });
  await own.stop();
});

describe('on the merchant platform', () => {
  test('all that is left is refunded: queries say REFUND, and the merchant is told at the order’s notify_url', async () => {
    const payment = await bench.pay.refundOnPlatform('ORDER-0001');
    expect(payment).toMatchObject({ state: 'REFUND', refunds: [{ refund: 26000, status: 'SUCCESS' }] });
    expect((await merchant.query('ORDER-0001')).json).toMatchObject({
      trade_state: 'REFUND',
      transaction_id: payment.transactionId,
    });
    const outRefundNo = payment.refunds[0]?.outRefundNo ?? '';
    expect(outRefundNo).toMatch(/^\d{28}$/);
    expect(lastNotice()).toMatchObject({
      event: 'REFUND.SUCCESS',
      resource: { out_trade_no: 'ORDER-0001', out_refund_no: outRefundNo, amount: { refund: 26000 } },
    });
    expect(await statusOf(outRefundNo)).toBe('SUCCESS');
    scheduler.advance(MINUTE);
    expect((await refund('REFUND-1', 1)).json.message).toBe('申请退款金额大于订单可退金额');
  });

  test('a part is refunded; what is not paid, or more than is left, is not', async () => {
    await bench.pay.refundOnPlatform('ORDER-0001', { refund: 16000 });
    await expect(bench.pay.refundOnPlatform('ORDER-0001', { refund: 10001 })).rejects.toMatchObject({
      code: 'NOTHING_TO_REFUND',
    });
    await bench.pay.refundOnPlatform('ORDER-0001');
    expect(bench.pay.payment('ORDER-0001')?.refunds.map(({ refund }) => refund)).toEqual([16000, 10000]);
    await expect(bench.pay.refundOnPlatform('ORDER-0001')).rejects.toMatchObject({ code: 'NOTHING_TO_REFUND' });
    await merchant.jsapi(merchant.order('ORDER-0002'));
    await expect(bench.pay.refundOnPlatform('ORDER-0002')).rejects.toMatchObject({ code: 'ORDER_NOT_PAID' });
    await expect(bench.pay.refundOnPlatform('ORDER-NONE')).rejects.toMatchObject({ code: 'ORDER_NOT_EXIST' });
  });
});

test('a notice is sent once more, also one that says another end; of a refund under way there is none', async () => {
  await refund('REFUND-1', 100);
  await expect(bench.pay.sendRefundNotice('REFUND-1')).rejects.toMatchObject({ code: 'REFUND_PROCESSING' });
  await expect(bench.pay.sendRefundNotice('REFUND-9')).rejects.toMatchObject({ code: 'REFUND_NOT_EXIST' });
  await bench.pay.completeRefund('REFUND-1');
  const first = lastNotice();
  await bench.pay.sendRefundNotice('REFUND-1');
  expect(lastNotice()).toMatchObject({ event: 'REFUND.SUCCESS', resource: first?.resource ?? {} });
  expect(lastNotice()?.id).not.toBe(first?.id);
  await bench.pay.sendRefundNotice('REFUND-1', 'ABNORMAL');
  expect(lastNotice()).toMatchObject({ event: 'REFUND.ABNORMAL', resource: { refund_status: 'ABNORMAL' } });
  expect(await statusOf('REFUND-1')).toBe('SUCCESS');
});
