import { createSign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import { portErrorOf } from '../testing/port-error-of';
import { createWechatPayGateway } from './create-payment-gateway';
import { demoSettings } from './testing/demo-settings';

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
}

const credentials = sharedCredentials();
let server: Server;
let baseUrl: string;
let answer: Answer;
let requests = 0;

beforeAll(async () => {
  server = createServer((_request, response) => {
    requests += 1;
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests = 0;
});

const gateway = () => createWechatPayGateway(demoSettings(credentials, { baseUrl }));

function signed(content: object, secondsAgo = 0): Answer {
  const body = JSON.stringify(content);
  const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo);
  const signature = createSign('RSA-SHA256').update(`${timestamp}\nnonce\n${body}\n`);
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': 'nonce',
      'wechatpay-serial': credentials.wechatPay.platformKeyId,
      'wechatpay-signature': signature.sign(credentials.wechatPay.platformPrivateKey, 'base64'),
    },
    body,
  };
}

const trade = (outTradeNo: string) => ({
  appid: credentials.wechat.appId,
  mchid: credentials.wechatPay.merchantId,
  out_trade_no: outTradeNo,
  trade_state: 'SUCCESS',
  transaction_id: '4200000001',
});

/** Failure and vendorCode of a query that was given the answer. */
async function outcomeOf(given: Answer): Promise<string> {
  answer = given;
  const { failure, vendorCode } = await portErrorOf(gateway().queryByOutTradeNo('GOV-1'), ['PRIVATE KEY']);
  return `${failure}: ${vendorCode}`;
}

it('a rightly signed answer is believed', async () => {
  answer = signed(trade('GOV-1'));
  expect(await gateway().queryByOutTradeNo('GOV-1')).toMatchObject({ tradeState: 'SUCCESS', amountFen: null });
});

it('a signed answer about another order or refund is not: signatures do not cover the question', async () => {
  expect(await outcomeOf(signed(trade('GOV-2')))).toBe('unavailable: UNEXPECTED-ANSWER');
  answer = signed({ out_refund_no: 'R-2', status: 'SUCCESS' });
  expect(await portErrorOf(gateway().queryRefund('R-1'), [])).toMatchObject({ failure: 'unavailable' });
});

it('an old signed answer is not', async () => {
  expect(await outcomeOf(signed(trade('GOV-1'), 400))).toBe('unavailable: EV3_RES_HEADER_TIMESTAMP_OFFSET');
});

it('an answer under an unknown key is not', async () => {
  const right = signed(trade('GOV-1'));
  const headers = { ...right.headers, 'wechatpay-serial': 'PUB_KEY_ID_0demo000000000000' };
  expect(await outcomeOf({ ...right, headers })).toBe('unavailable: EV3_RES_HEADER_PLATFORM_SERIAL');
});

it('an answer without a signature is not, and is not asked for again', async () => {
  expect(await outcomeOf({ status: 200, body: JSON.stringify(trade('GOV-1')) })).toBe(
    'unavailable: EV3_RES_HEADERS_INCOMPLATE',
  );
  expect(requests).toBe(1);
});

it('a redirect is not followed', async () => {
  expect(await outcomeOf({ status: 302, headers: { location: '/elsewhere' }, body: '' })).toBe('unavailable: HTTP 302');
  expect(requests).toBe(1);
});

it('a 404 of somebody in between is not taken for "no such order"', async () => {
  expect(await outcomeOf({ status: 404, body: '<html>not found</html>' })).toBe('unavailable: HTTP 404');
});

it.each(['ORDER_NOT_EXIST', 'ORDERNOTEXIST'])('the old and the new spelling are one: %s', async (code) => {
  answer = { status: 404, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) };
  expect(await gateway().queryByOutTradeNo('GOV-1')).toBeNull();
});

it.each([
  ['ORDER_PAID', '08AB-268498688'],
  ['INVALID_REQUEST', '08AB-268449538'],
])(
  'closing a paid order is refused by %s with request %s: only a query proves that it is paid',
  async (code, requestId) => {
    answer = { status: 400, headers: { 'request-id': requestId }, body: JSON.stringify({ code }) };
    await expect(gateway().close('GOV-1')).rejects.toMatchObject({ failure: 'rejected' });
  },
);
