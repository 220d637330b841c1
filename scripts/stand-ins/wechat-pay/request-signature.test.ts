import { createDemoCredentials } from '../demo-credentials';
import { createStandInEnvironment } from '../serving/environment';
import { sharedCredentials } from '../testing/shared-credentials';
import { parseAuthorization } from './authorization-header';
import { startWechatPay, type WechatPayStandIn } from './start-wechat-pay';
import { createHandMadeMerchant } from './testing/hand-made-merchant';

const credentials = sharedCredentials();
const now = () => new Date('2026-11-22T01:00:00Z');
const seconds = now().getTime() / 1000;
const environment = createStandInEnvironment({ now });
const merchant = createHandMadeMerchant({ url: () => pay.url, credentials, now });
let pay: WechatPayStandIn;

beforeAll(async () => {
  pay = await startWechatPay({ credentials, environment });
});
afterAll(() => pay.stop());

const lastRequest = () => environment.requests.list()[0];

test('a rightly signed order is taken and the answer is signed by the platform', async () => {
  const answer = await merchant.jsapi(merchant.order('SIGN-0001'));
  expect(answer.status).toBe(200);
  expect(answer.json.prepay_id).toMatch(/^wx20261122090000/);
  expect(answer.signedByPlatform).toBe(true);
  expect(answer.headers.get('wechatpay-signature-type')).toBe('WECHATPAY2-SHA256-RSA2048');
  expect(answer.headers.get('request-id')).toMatch(/-0$/);
  expect(lastRequest()).toMatchObject({ path: '/v3/pay/transactions/jsapi', status: 200, signatureOk: true });
});

test('Chinese text and special characters of the path are covered by the signature', async () => {
  await merchant.jsapi(merchant.order('SIGN*_-2', { description: '电子认证服务费（两年）' }));
  expect((await merchant.query('SIGN*_-2')).json).toMatchObject({ out_trade_no: 'SIGN*_-2', trade_state: 'NOTPAY' });
});

const other = createDemoCredentials().wechatPay;
test.each([
  ['a signature of another key', { privateKey: other.merchantPrivateKey }],
  ['a body changed after signing', { sentBody: JSON.stringify(merchant.order('SIGN-0003', { amount: { total: 1 } })) }],
  ['another merchant number', { mchid: '1900000110' }],
  ['another certificate serial', { serial: other.merchantSerial }],
  ['a clock more than five minutes slow', { timestamp: seconds - 301 }],
  ['a clock more than five minutes fast', { timestamp: seconds + 301 }],
  ['no Authorization', { headers: { Authorization: undefined } }],
  ['another scheme', { headers: { Authorization: 'Bearer demo' } }],
])('%s is 401 SIGN_ERROR', async (_case, changes) => {
  const answer = await merchant.jsapi(merchant.order('SIGN-0003'), changes);
  expect(answer.status).toBe(401);
  expect(answer.json.code).toBe('SIGN_ERROR');
  expect(answer.headers.get('request-id')).toMatch(/-268443699$/);
  expect(lastRequest()).toMatchObject({ status: 401, signatureOk: false, errorCode: 'SIGN_ERROR' });
  expect(pay.payment('SIGN-0003')).toBeUndefined();
});

test('a clock within five minutes is let through', async () => {
  const changes = { timestamp: seconds - 300 };
  expect((await merchant.jsapi(merchant.order('SIGN-0004'), changes)).status).toBe(200);
});

test('the signature clock may be another than the clock of orders', async () => {
  const ahead = createStandInEnvironment({ now: () => new Date('2027-01-01T00:00:00Z'), signatureNow: now });
  const travelled = await startWechatPay({ credentials, environment: ahead });
  const caller = createHandMadeMerchant({ url: () => travelled.url, credentials, now });
  expect((await caller.jsapi(caller.order('SIGN-0005'))).json.prepay_id).toMatch(/^wx20270101080000/);
  await travelled.stop();
});

test.each([
  ['Wechatpay-Serial', undefined],
  ['Wechatpay-Serial', 'PUB_KEY_ID_0demo1'],
  ['Accept', 'text/html'],
  ['Content-Type', 'text/plain'],
])('the header %s with %p is 400 PARAM_ERROR', async (name, value) => {
  const answer = await merchant.jsapi(merchant.order('SIGN-0006'), { headers: { [name]: value } });
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({ code: 'PARAM_ERROR', detail: { field: name, location: 'header' } });
});

test('a wrong signature is answered with what it was tried on, cut short', async () => {
  const answer = await merchant.jsapi(merchant.order('SIGN-0007'), { privateKey: other.merchantPrivateKey });
  expect(answer.json.detail).toEqual({
    detail: { issue: 'sign not match' },
    field: 'signature',
    location: 'authorization',
    sign_information: {
      method: 'POST',
      sign_message_length: expect.any(Number),
      truncated_sign_message: expect.stringMatching(
        /^POST\n\/v3\/pay\/transactions\/jsapi\n\d{10}\n[0-9a-f]{32}\n\{"appid"\n$/,
      ),
      url: '/v3/pay/transactions/jsapi',
    },
  });
});

test('an unknown path is 404 after the signature was checked', async () => {
  expect((await merchant.call('GET', '/v3/nothing')).status).toBe(404);
});

describe('parseAuthorization', () => {
  const parts = ['mchid="1"', 'nonce_str="n"', 'timestamp="2"', 'serial_no="S"', 'signature="a+/=="'];
  const scheme = 'WECHATPAY2-SHA256-RSA2048';

  test('parameters may come in any order', () => {
    const expected = { mchid: '1', nonce_str: 'n', timestamp: '2', serial_no: 'S', signature: 'a+/==' };
    expect(parseAuthorization(`${scheme} ${parts.join(',')}`)).toEqual(expected);
    expect(parseAuthorization(`${scheme} ${[...parts].reverse().join(', ')}`)).toEqual(expected);
  });

  test('missing, doubled and foreign parameters are refused', () => {
    expect(parseAuthorization(`${scheme} ${parts.slice(1).join(',')}`)).toBeUndefined();
    expect(parseAuthorization(`${scheme} ${[...parts, 'mchid="2"'].join(',')}`)).toBeUndefined();
    expect(parseAuthorization(`${scheme} ${[...parts, 'other="2"'].join(',')}`)).toBeUndefined();
    expect(parseAuthorization(undefined)).toBeUndefined();
  });
});
