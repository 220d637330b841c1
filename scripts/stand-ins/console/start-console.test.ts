import { request as httpRequest } from 'node:http';
import { createHandMadeClient } from '../ejbca/testing/hand-made-client';
import { handMadeCsr, newEcKey } from '../ejbca/testing/hand-made-csr';
import { createManualScheduler } from '../serving/scheduler';
import { type StandIns, startStandIns } from '../start-stand-ins';
import { sharedCredentials } from '../testing/shared-credentials';
import { createHandMadeMerchant } from '../wechat-pay/testing/hand-made-merchant';

const credentials = sharedCredentials();
const scheduler = createManualScheduler(new Date('2026-11-22T01:00:00Z'));
const merchant = createHandMadeMerchant({ url: () => standIns.wechatPay.url, credentials, now: scheduler.now });
let standIns: StandIns;

beforeAll(async () => {
  standIns = await startStandIns({ credentials, now: scheduler.now, scheduler });
});
beforeEach(() => {
  standIns.faults.reset();
  standIns.wechatPay.ownFaults.reset();
});
afterAll(() => standIns.stop());

async function get(path: string) {
  const response = await fetch(`${standIns.console.url}${path}`);
  return { status: response.status, answer: JSON.parse(await response.text()) };
}
async function post(path: string, body: unknown = {}, headers: Record<string, string> = {}) {
  const response = await fetch(`${standIns.console.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, answer: JSON.parse(await response.text()), headers: response.headers };
}

/** Calls with any Host header, which fetch does not allow. */
const statusFor = (headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(`${standIns.console.url}/api/payments`, { headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end();
  });

test('the page and its files are served and load nothing from elsewhere', async () => {
  const page = await fetch(`${standIns.console.url}/`);
  const html = await page.text();
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toBe("default-src 'self'; img-src data:");
  expect(html).toContain('替身控制台');
  expect(html).not.toMatch(/https?:\/\//);
  expect((await fetch(`${standIns.console.url}/console.css`)).status).toBe(200);
  for (const script of ['console.js', 'titles.js']) {
    expect((await fetch(`${standIns.console.url}/${script}`)).status).toBe(200);
  }
  expect((await get('/console.js/../../index.ts')).status).toBe(404);
});

describe('payments', () => {
  test('a scanned code is paid from the console', async () => {
    standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    const { code_url: codeUrl } = (await merchant.native('CONSOLE-0001')).json;
    const scanned = await post('/api/phones/scan', { codeUrl });
    expect(scanned.answer).toMatchObject({ outTradeNo: 'CONSOLE-0001', state: 'NOTPAY', codeUrl });
    const paid = await post('/api/payments/CONSOLE-0001/pay', { openid: 'oDemo_payer' });
    expect(paid.answer).toMatchObject({ state: 'SUCCESS', openId: 'oDemo_payer' });
    expect((await get('/api/payments')).answer[0].outTradeNo).toBe('CONSOLE-0001');
    expect((await get('/api/payments/CONSOLE-0001')).answer.state).toBe('SUCCESS');
    const again = await post('/api/payments/CONSOLE-0001/pay');
    expect([again.status, again.answer.code]).toEqual([409, 'ORDER_PAID']);
  });

  test('unknown orders and codes are 404', async () => {
    expect((await post('/api/payments/NONE/pay')).status).toBe(404);
    expect((await post('/api/payments/NONE/cancel')).status).toBe(404);
    expect((await get('/api/payments/NONE')).status).toBe(404);
    expect((await post('/api/phones/scan', { codeUrl: 'weixin://wxpay/bizpayurl?pr=none' })).status).toBe(404);
  });

  test('the sheet of wx.requestPayment shows the payment or says what is wrong', async () => {
    const { prepay_id: prepayId } = (await merchant.jsapi(merchant.order('CONSOLE-0002'))).json;
    const parameters = merchant.sheet(String(prepayId));
    const sheet = await post('/api/wechat-pay/jsapi-sheet', parameters);
    expect(sheet.answer).toMatchObject({ ok: true, payment: { outTradeNo: 'CONSOLE-0002', total: 26000 } });
    const forged = await post('/api/wechat-pay/jsapi-sheet', { ...parameters, nonceStr: 'other' });
    expect(forged.answer).toEqual({ ok: false, reason: '支付验证签名失败' });
    expect((await post('/api/wechat-pay/jsapi-sheet', {})).answer.ok).toBe(false);
    const cancelled = await post('/api/payments/CONSOLE-0002/cancel');
    expect(cancelled.answer).toMatchObject({ state: 'NOTPAY', cancelledAt: scheduler.now().toISOString() });
  });

  test('a refund is ended by hand', async () => {
    standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    await merchant.jsapi(merchant.order('CONSOLE-0003'));
    await post('/api/payments/CONSOLE-0003/pay');
    const amount = { refund: 1, total: 26000, currency: 'CNY' };
    await merchant.refund({ out_trade_no: 'CONSOLE-0003', out_refund_no: 'CONSOLE-R1', amount });
    expect((await post('/api/refunds/CONSOLE-R1/complete')).answer).toEqual({ completed: true });
    expect((await get('/api/payments/CONSOLE-0003')).answer.refunds).toMatchObject([{ status: 'SUCCESS' }]);
  });

  test('the merchant platform refunds, and a refund’s notice is sent again', async () => {
    standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
    await merchant.jsapi(merchant.order('CONSOLE-0004'));
    expect((await post('/api/payments/CONSOLE-0004/refund')).answer.code).toBe('ORDER_NOT_PAID');
    await post('/api/payments/CONSOLE-0004/pay', { coupon: 1000 });
    expect((await merchant.query('CONSOLE-0004')).json.amount).toMatchObject({ payer_total: 25000 });
    const { answer } = await post('/api/payments/CONSOLE-0004/refund', { refund: 600 });
    expect(answer).toMatchObject({ state: 'REFUND', refunds: [{ refund: 600, status: 'SUCCESS' }] });
    const notice = `/api/refunds/${answer.refunds[0].outRefundNo}/notice`;
    expect((await post(notice)).status).toBe(200);
    expect((await post(notice, { status: 'CLOSED' })).status).toBe(200);
    expect((await post(notice, { status: 'LOST' })).status).toBe(400);
    expect((await post('/api/refunds/NONE/notice')).status).toBe(404);
  });
});

test('a share of certificates is set', async () => {
  const { answer } = await post('/api/wechat-pay/certificate-shares', { notices: 0.5 });
  expect(answer.serials).toEqual([expect.stringMatching(/^5[0-9A-F]{39}$/)]);
  expect((await post('/api/wechat-pay/certificate-shares', { answers: 2 })).status).toBe(400);
  await post('/api/wechat-pay/certificate-shares', { notices: 0 });
});

test('a signature probe of a merchant that cannot be reached says so', async () => {
  const { answer } = await post('/api/wechat-pay/probe', { notifyUrl: 'http://127.0.0.1:1/callbacks' });
  expect(answer.outcome).toContain('ECONNREFUSED');
});

describe('phones', () => {
  test('login and phone codes work at the WeChat stand-in', async () => {
    const { code, openid } = (await post('/api/wechat/codes', { openid: 'zhangwei' })).answer;
    expect(openid).toMatch(/^oDemo_0+zhangwei$/);
    const { appId, appSecret } = credentials.wechat;
    const session = await fetch(
      `${standIns.wechat.url}/sns/jscode2session?appid=${appId}&secret=${appSecret}&js_code=${code}&grant_type=authorization_code`,
    );
    expect(JSON.parse(await session.text()).openid).toBe(openid);
    expect((await post('/api/wechat/phone-codes', { phoneNumber: '13800001234' })).answer.code).toMatch(/^demophone/);
    expect((await post('/api/wechat/phone-codes')).status).toBe(400);
  });

  test('subscriptions are granted and messages listed', async () => {
    const grant = { openid: 'oDemo_1', templateId: 'demo-tmpl-review', count: 2 };
    expect((await post('/api/wechat/subscriptions', grant)).answer).toEqual({ quota: 2 });
    expect((await get('/api/wechat/subscription-messages?openid=oDemo_1')).answer).toEqual([]);
    expect((await post('/api/wechat/expire-access-token')).status).toBe(200);
  });

  test('a phone without messages has none and no code', async () => {
    expect((await get('/api/phones/13800009999')).answer).toEqual({
      phoneNumber: '13800009999',
      latestCode: null,
      sms: [],
    });
    expect((await get('/api/sms?phone=13800009999')).answer).toEqual([]);
    expect((await post('/api/sms-status', { phone: '13800009999', code: 'Ok' })).status).toBe(200);
  });

  test('identity answers are checked', async () => {
    const idCard = '440524188001010014';
    expect((await post('/api/identity-answers', { idCard, idCardVerification: '-1' })).status).toBe(200);
    expect((await post('/api/identity-answers', { idCard, idCardVerification: '9' })).status).toBe(400);
  });

  test('units are entered with a status that the register has', async () => {
    const unit = { creditCode: '91110199200000996N', name: '示例新设有限公司', legalRepresentative: '张伟' };
    expect((await post('/api/units', unit)).status).toBe(200);
    expect((await post('/api/units', { ...unit, operatingStatus: '8' })).status).toBe(400);
    expect((await post('/api/units', { ...unit, name: '' })).status).toBe(400);
  });

  test('the register of units is brought into a state and out of it', async () => {
    expect((await post('/api/unit-register-state', { code: 'ResourceUnavailable.InArrears' })).status).toBe(200);
    expect((await post('/api/unit-register-state', { code: 'Ok' })).status).toBe(200);
    expect((await post('/api/unit-register-state', {})).status).toBe(400);
  });
});

describe('faults and requests', () => {
  test('a fault is set, listed, and switched off', async () => {
    const set = await post('/api/faults', { standIn: 'wechat-pay', fault: 'timeout', times: 2, onPath: 'jsapi' });
    expect(set.answer.active).toEqual([{ standIn: 'wechat-pay', fault: 'timeout', remaining: 2, onPath: 'jsapi' }]);
    await post('/api/faults', { standIn: 'wechat', fault: 'busy' });
    await post('/api/faults', { standIn: 'wechat-pay', fault: 'timeout', off: true });
    expect((await get('/api/faults')).answer.active).toMatchObject([
      { standIn: 'wechat', fault: 'busy', remaining: null },
    ]);
    expect((await post('/api/faults', { fault: 'none' })).answer.active).toEqual([]);
  });

  test('WeChat Pay’s own faults are switched like the others', async () => {
    const { answer } = await post('/api/faults', { standIn: 'wechat-pay', fault: 'not-enough', times: 1 });
    expect(answer.active).toEqual([{ standIn: 'wechat-pay', fault: 'not-enough', remaining: 1, onPath: null }]);
    expect(answer.known['wechat-pay']).toContain('not-enough');
    await post('/api/faults', { standIn: 'wechat-pay', fault: 'accepted' });
    await post('/api/faults', { standIn: 'wechat-pay', fault: 'accepted', off: true });
    expect(standIns.wechatPay.ownFaults.list()).toHaveLength(1);
    expect((await post('/api/faults', { standIn: 'wechat', fault: 'not-enough' })).status).toBe(400);
    expect((await post('/api/faults', { fault: 'none' })).answer.active).toEqual([]);
  });

  test.each([
    { standIn: 'wechat', fault: 'wrong-amount' },
    { standIn: 'nobody', fault: 'timeout' },
    { standIn: 'wechat', fault: 'timeout', times: 0 },
    { standIn: 'wechat', fault: 'timeout', times: '2' },
    {},
    'not json',
  ])('%j is refused', async (input) => {
    expect((await post('/api/faults', input)).status).toBe(400);
    expect(standIns.faults.list()).toEqual([]);
  });

  test('requests are listed by stand-in', async () => {
    await merchant.query('CONSOLE-NONE');
    const { answer } = await get('/api/requests?standIn=wechat-pay');
    expect(answer[0]).toMatchObject({ method: 'GET', status: 404, signatureOk: true, errorCode: 'ORDER_NOT_EXIST' });
    expect((await get('/api/requests?standIn=nobody')).status).toBe(400);
    expect((await get('/api/nothing')).status).toBe(404);
  });

  test('certificates are listed and revoked by hand', async () => {
    const { ejbca } = standIns;
    const issuer = createHandMadeClient({ url: () => ejbca.url, credentials: credentials.ejbca });
    const certificate_request = handMadeCsr(newEcKey()).toString('base64');
    await issuer.enrol({ certificate_request, username: 'by-hand', subject_dn: 'CN=张伟' });
    const [{ serialNumber }] = (await get('/api/certificates?username=by-hand')).answer;
    const path = `/api/certificates/${serialNumber}/revoke`;
    expect((await post(path, { reason: 1 })).status).toBe(200);
    expect((await get('/api/certificates')).answer).toMatchObject([{ serialNumber, revocationReason: 1 }]);
    expect((await post(path, { reason: 4 })).status).toBe(400);
  });

  test('a person is the courier: scans a parcel, and has a notice come again', async () => {
    const path = '/api/parcels/SF123/scans';
    expect((await post(path, { company: 'shunfeng', state: '5', phoneLast4: '8000' })).status).toBe(200);
    expect((await get('/api/parcels')).answer).toMatchObject([{ number: 'SF123', state: '5', phoneLast4: '8000' }]);
    expect((await post(path, { company: 'shunfeng', state: '99' })).status).toBe(400);
    expect((await post('/api/parcels/SF123/give-up', { company: 'shunfeng' })).status).toBe(400);
    expect((await post('/api/parcel-notices/1/repeat', {})).status).toBe(400);
    expect((await get('/api/parcel-notices')).answer).toEqual([]);
    expect((await get('/api/parcel-subscriptions')).answer).toEqual([]);
  });

  test('the state of the page holds everything', async () => {
    const { answer } = await get('/api/state');
    expect(Object.keys(answer).sort()).toEqual(
      [
        'certificates',
        'faults',
        'mails',
        'parcels',
        'payments',
        'requests',
        'sms',
        'standIns',
        'subscriptionMessages',
      ].sort(),
    );
  });
});

test('a change is announced as a server-sent event', async () => {
  const stream = await fetch(`${standIns.console.url}/api/events`);
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toContain('data: connected');
  standIns.faults.set({ standIn: 'wechat', fault: 'busy' });
  expect((await reader.read()).value).toBe('data: changed\n\n');
  await reader.cancel();
});

describe('callers', () => {
  test('pages of this machine may call, others may not', async () => {
    const local = await post('/api/wechat/codes', {}, { origin: 'http://localhost:10086' });
    expect(local.headers.get('access-control-allow-origin')).toBe('http://localhost:10086');
    const foreign = await post('/api/wechat/codes', {}, { origin: 'https://example.com' });
    expect(foreign.status).toBe(403);
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    expect((await post('/api/wechat/codes', {}, { origin: 'http://localhost.example.com' })).status).toBe(403);
  });

  test('a preflight is answered', async () => {
    const response = await fetch(`${standIns.console.url}/api/faults`, {
      method: 'OPTIONS',
      headers: { origin: 'http://127.0.0.1:5173', 'access-control-request-method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type');
  });

  test('a foreign name that points to this machine is refused', async () => {
    expect(await statusFor({ host: 'evil.example.com' })).toBe(403);
    expect(await statusFor({ host: 'localhost:1234' })).toBe(200);
  });
});
