import type { SignedAnswer } from './testing/hand-made-merchant';
import { useWechatPay } from './testing/use-wechat-pay';

const bench = useWechatPay();
const { environment, merchant } = bench;

/** Status, code and whether any of the signature's headers is there. */
const outcome = ({ status, json, headers }: SignedAnswer) => [
  status,
  json.code,
  [...headers.keys()].some((name) => name.startsWith('wechatpay-')),
];

describe('without a signature', () => {
  test('unsigned-error: whatever error is answered, right answers stay signed', async () => {
    bench.pay.ownFaults.set({ fault: 'unsigned-error' });
    expect(outcome(await merchant.query('ORDER-NONE'))).toEqual([404, 'ORDER_NOT_EXIST', false]);
    environment.faults.set({ standIn: 'wechat-pay', fault: 'server-error', times: 1 });
    expect(outcome(await merchant.query('ORDER-0001'))).toEqual([500, 'SYSTEM_ERROR', false]);
    expect((await merchant.query('ORDER-0001')).signedByPlatform).toBe(true);
    bench.pay.ownFaults.reset();
    expect((await merchant.query('ORDER-NONE')).signedByPlatform).toBe(true);
  });

  test('unsigned-not-found: an order that is there is denied, by query and by close', async () => {
    await bench.pay.pay('ORDER-0001');
    bench.pay.ownFaults.set({ fault: 'unsigned-not-found', times: 2 });
    expect(outcome(await merchant.query('ORDER-0001'))).toEqual([404, 'ORDER_NOT_EXIST', false]);
    expect(outcome(await merchant.close('ORDER-0001'))).toEqual([404, 'ORDER_NOT_EXIST', false]);
    expect((await merchant.query('ORDER-0001')).json.trade_state).toBe('SUCCESS');
  });

  test('unsigned-server-error: nothing is done', async () => {
    bench.pay.ownFaults.set({ fault: 'unsigned-server-error', times: 1, onPath: 'jsapi' });
    expect((await merchant.query('ORDER-0001')).status).toBe(200);
    expect(outcome(await merchant.jsapi(merchant.order('ORDER-0002')))).toEqual([500, 'SYSTEM_ERROR', false]);
    expect(bench.pay.payment('ORDER-0002')).toBeUndefined();
  });

  test('a wrong signature of the request is refused all the same', async () => {
    bench.pay.ownFaults.set({ fault: 'unsigned-not-found' });
    const answer = await merchant.jsapi(merchant.order('ORDER-0003'), { mchid: '1' });
    expect(outcome(answer)).toEqual([401, 'SIGN_ERROR', true]);
  });
});

test('accepted: 202, signed, nothing done; the same request again is performed', async () => {
  bench.pay.ownFaults.set({ fault: 'accepted', times: 1 });
  const answer = await merchant.jsapi(merchant.order('ORDER-0004'));
  expect([answer.status, answer.signedByPlatform]).toEqual([202, true]);
  expect(bench.pay.payment('ORDER-0004')).toBeUndefined();
  expect((await merchant.jsapi(merchant.order('ORDER-0004'))).json.prepay_id).toBeDefined();
});

test('order-not-visible: the first queries do not find what was placed; it can be paid and closed nevertheless', async () => {
  bench.pay.ownFaults.set({ fault: 'order-not-visible', times: 2 });
  // Of an order that is not there no query is counted.
  await merchant.query('ORDER-NONE');
  await bench.pay.pay('ORDER-0001');
  for (const expected of [404, 404, 200]) {
    const answer = await merchant.query('ORDER-0001');
    expect([answer.status, answer.signedByPlatform]).toEqual([expected, true]);
  }
});

test('other-spelling: the codes of the other generation of documents', async () => {
  bench.pay.ownFaults.set({ fault: 'other-spelling' });
  expect((await merchant.query('ORDER-NONE')).json.code).toBe('ORDERNOTEXIST');
  await bench.pay.pay('ORDER-0001');
  expect((await merchant.close('ORDER-0001')).json.code).toBe('ORDER_PAID');
  environment.faults.set({ standIn: 'wechat-pay', fault: 'server-error', times: 1 });
  expect((await merchant.query('ORDER-0001')).json.code).toBe('SYSTEMERROR');
  // Codes that are spelt in one way only stay.
  expect((await merchant.jsapi({})).json.code).toBe('PARAM_ERROR');
  bench.pay.ownFaults.set({ fault: 'unsigned-not-found', times: 1 });
  expect((await merchant.query('ORDER-0001')).json.code).toBe('ORDERNOTEXIST');
});

test('foreign-currency: the trade is in USD, in the notification or in a query', async () => {
  const dollars = { total: 26000, currency: 'USD', payer_currency: 'USD' };
  bench.pay.ownFaults.set({ fault: 'foreign-currency', times: 1, onPath: 'notification' });
  await bench.pay.pay('ORDER-0001');
  expect(bench.receiver.received[0]?.resource.amount).toMatchObject(dollars);
  expect((await merchant.query('ORDER-0001')).json.amount).toMatchObject({ currency: 'CNY' });
  bench.pay.ownFaults.set({ fault: 'foreign-currency', times: 1 });
  expect((await merchant.query('ORDER-0001')).json.amount).toMatchObject(dollars);
});
