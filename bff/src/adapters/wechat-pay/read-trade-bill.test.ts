import { BillUnreadable } from './bill-table';
import { readTradeBill } from './read-trade-bill';

const HEADING =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const PAID =
  '`2026-11-22 10:34:56,`wx0000000000000001,`1900000001,`0,`,`4200002026112200000000000001,`GOV-1-a1b2c3d4,`oUser,`JSAPI,`SUCCESS,`OTHERS,`CNY,`259.99,`0.00,`0,`0,`0.00,`0.00,`,`,`数字证书, 服务费 GOV-1,`mark,`1.56000,`0.60%,`259.99,`0.00,`';
const REFUND =
  '`2026-11-22 11:00:00,`wx0000000000000001,`1900000001,`0,`,`4200002026112200000000000001,`GOV-1-a1b2c3d4,`oUser,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`5030002026112200000000000002,`GOV-1-a1b2c3d4-R,`250.00,`0.00,`ORIGINAL,`SUCCESS,`数字证书,`mark,`-1.56000,`0.60%,`0.00,`259.99,`';
const SUMMARY = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

const bill = (rows: readonly string[], count = rows.length, heading = HEADING) =>
  Buffer.from(
    `\uFEFF${[heading, ...rows, SUMMARY, `\`${count},\`259.99,\`250.00,\`0.00,\`0.00,\`259.99,\`259.99`, ''].join('\r\n')}`,
  );

test('reads payments and refunds; yuan become fen without rounding, commas inside of cells stay', () => {
  const [payment, refund] = readTradeBill(bill([PAID, REFUND]));
  expect(payment).toEqual({
    outTradeNo: 'GOV-1-a1b2c3d4',
    transactionId: '4200002026112200000000000001',
    state: 'SUCCESS',
    amountFen: 25999,
    settledFen: 25999,
    feeFen: 156,
    refund: null,
  });
  expect(refund).toMatchObject({
    state: 'REFUND',
    feeFen: -156,
    refund: { outRefundNo: 'GOV-1-a1b2c3d4-R', amountFen: 25999, returnedFen: 25000, status: 'SUCCESS' },
  });
});

test('a bill without trades has no rows; a state that nobody knows is kept as such', () => {
  expect(readTradeBill(bill([]))).toEqual([]);
  expect(readTradeBill(bill([PAID.replace('`SUCCESS', '`FROZEN')]))).toMatchObject([{ state: 'UNKNOWN' }]);
});

test.each([
  ['cut off before its end', Buffer.from(`\uFEFF${HEADING}\r\n${PAID}\r\n`)],
  ['a row less than it counts', bill([PAID], 2)],
  ['a column less', bill([PAID], 1, HEADING.replace('订单金额,申请退款金额', '金额,申请退款金额'))],
  ['an amount that is none', bill([PAID.replaceAll('`259.99', '`1e2')])],
  ['a row that is cut', bill([PAID.slice(0, -10)])],
  ['a web page', Buffer.from('<html></html>')],
])('%s: the whole bill is unreadable', (_what, bytes) => {
  expect(() => readTradeBill(bytes)).toThrow(BillUnreadable);
});
