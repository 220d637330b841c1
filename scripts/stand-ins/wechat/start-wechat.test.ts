import { createStandInEnvironment } from '../serving/environment';
import { createManualScheduler } from '../serving/scheduler';
import { sharedCredentials } from '../testing/shared-credentials';
import { startWechat, type WechatStandIn } from './start-wechat';

const credentials = sharedCredentials();
const { appId, appSecret } = credentials.wechat;
const scheduler = createManualScheduler(new Date('2026-11-22T01:00:00Z'));
const environment = createStandInEnvironment({ now: scheduler.now, scheduler });
let wechat: WechatStandIn;

beforeEach(async () => {
  wechat = await startWechat({ credentials, environment });
});
afterEach(async () => {
  environment.faults.reset();
  await wechat.stop();
});

async function signIn(code: string, o: { appid?: string; secret?: string } = {}) {
  const query = new URLSearchParams({
    appid: o.appid ?? appId,
    secret: o.secret ?? appSecret,
    js_code: code,
    grant_type: 'authorization_code',
  });
  const response = await fetch(`${wechat.url}/sns/jscode2session?${query}`);
  return { response, answer: JSON.parse(await response.text()) };
}

async function post(path: string, body: unknown) {
  const response = await fetch(`${wechat.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return JSON.parse(await response.text());
}

const askToken = (o: object = {}) =>
  post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: appId, secret: appSecret, ...o });

describe('jscode2session', () => {
  test('a code gives openid and session_key as text/plain, with no errcode', async () => {
    const { code, openId } = wechat.issueLoginCode();
    const { response, answer } = await signIn(code);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer).toEqual({ openid: openId, session_key: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/) });
    expect(openId).toHaveLength(28);
  });

  test('a demo code stands for one person, however its end differs', async () => {
    const first = await signIn('demo-code-zhangwei');
    const second = await signIn('demo-code-zhangwei.2');
    expect(first.answer.openid).toMatch(/^oDemo_0+zhangwei$/);
    expect(second.answer.openid).toBe(first.answer.openid);
  });

  test('a code is good once', async () => {
    await signIn('demo-code-once');
    expect((await signIn('demo-code-once')).answer).toEqual({ errcode: 40163, errmsg: 'code been used' });
  });

  test('a code is good for five minutes, and an invented one never', async () => {
    const { code } = wechat.issueLoginCode();
    scheduler.advance(5 * 60_000 + 1);
    expect((await signIn(code)).answer.errcode).toBe(40029);
    expect((await signIn('invented')).answer.errcode).toBe(40029);
  });

  test('a wrong app or secret is refused before the code is used up', async () => {
    const { code } = wechat.issueLoginCode();
    expect((await signIn(code, { appid: 'wxother' })).answer.errcode).toBe(40013);
    expect((await signIn(code, { secret: 'wrong' })).answer.errcode).toBe(40125);
    expect((await signIn(code)).answer.errcode).toBeUndefined();
  });
});

describe('stable_token', () => {
  test('repeated calls answer the same token with the remaining seconds', async () => {
    const first = await askToken();
    scheduler.advance(100_000);
    const second = await askToken();
    expect(first.expires_in).toBe(7200);
    expect(second).toEqual({ access_token: first.access_token, expires_in: 7100 });
  });

  test('in the last five minutes there is a new token, and the old one lives to its end', async () => {
    const first = await askToken();
    scheduler.advance(6900_000);
    const second = await askToken();
    expect(second.access_token).not.toBe(first.access_token);
    const call = (token: string) => post(`/wxa/business/getuserphonenumber?access_token=${token}`, { code: 'x' });
    expect((await call(first.access_token)).errcode).toBe(40029);
    scheduler.advance(300_001);
    expect((await call(first.access_token)).errcode).toBe(42001);
    expect((await call(second.access_token)).errcode).toBe(40029);
  });

  test('a forced renewal ends the old token; two within 30 s are refused', async () => {
    const first = await askToken();
    const second = await askToken({ force_refresh: true });
    expect(second.access_token).not.toBe(first.access_token);
    expect((await post(`/wxa/business/getuserphonenumber?access_token=${first.access_token}`, {})).errcode).toBe(42001);
    expect((await askToken({ force_refresh: true })).errcode).toBe(45011);
  });

  test('the twenty-first forced renewal of a day is refused', async () => {
    const codes: (number | undefined)[] = [];
    for (let call = 1; call <= 21; call += 1) {
      codes.push((await askToken({ force_refresh: true })).errcode);
      scheduler.advance(31_000);
    }
    expect(codes.slice(0, 20).every((code) => code === undefined)).toBe(true);
    expect(codes[20]).toBe(45009);
  });

  test('wrong credentials, grant types and bodies are refused', async () => {
    expect((await askToken({ appid: 'wxother' })).errcode).toBe(40013);
    expect((await askToken({ secret: 'wrong' })).errcode).toBe(40125);
    expect((await askToken({ grant_type: 'other' })).errcode).toBe(40002);
    expect((await post('/cgi-bin/stable_token', 'text')).errcode).toBe(47001);
  });

  test.each([
    ['', 41001],
    ['?access_token=invented', 40001],
  ])('a call with the token query %p gets %p', async (query, errcode) => {
    expect((await post(`/cgi-bin/message/subscribe/send${query}`, {})).errcode).toBe(errcode);
  });

  test('a token that was ended by its owner is expired', async () => {
    const { access_token: token } = await askToken();
    wechat.expireAccessToken();
    expect((await post(`/cgi-bin/message/subscribe/send?access_token=${token}`, {})).errcode).toBe(42001);
    expect((await askToken()).access_token).not.toBe(token);
  });
});

test('a phone code gives the number with the app’s watermark, once; a login code gives nothing', async () => {
  const { access_token: token } = await askToken();
  const read = (code: string) => post(`/wxa/business/getuserphonenumber?access_token=${token}`, { code });
  const code = wechat.issuePhoneCode('13800001234');
  expect(await read(code)).toEqual({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: '13800001234',
      purePhoneNumber: '13800001234',
      countryCode: '86',
      watermark: { timestamp: Math.floor(scheduler.now().getTime() / 1000), appid: appId },
    },
  });
  expect((await read(code)).errcode).toBe(40029);
  expect((await read(wechat.issueLoginCode().code)).errcode).toBe(40029);
  expect((await read('demo-phone-13900005678')).phone_info.purePhoneNumber).toBe('13900005678');
});

describe('subscription messages', () => {
  const data = {
    character_string1: { value: 'ORD-20261122-0001' },
    thing2: { value: '企业数字证书新办' },
    phrase3: { value: '审核通过' },
    thing4: { value: '请在三天内付款' },
  };
  const send = async (o: object = {}) => {
    const { access_token: token } = await askToken();
    const request = { touser: 'oDemo_1', template_id: 'demo-tmpl-review', page: 'pages/home/index', data, ...o };
    return post(`/cgi-bin/message/subscribe/send?access_token=${token}`, request);
  };

  test('one grant is good for one message, which is shown with its labels', async () => {
    wechat.grantSubscription('oDemo_1', 'demo-tmpl-review');
    expect((await send({ miniprogram_state: 'trial' })).errcode).toBe(0);
    expect((await send()).errcode).toBe(43101);
    expect(wechat.subscriptionMessages()).toEqual([
      expect.objectContaining({ openId: 'oDemo_1', title: '审核结果通知', miniprogramState: 'trial' }),
    ]);
    expect(wechat.subscriptionMessages()[0]?.fields[2]).toEqual({
      name: 'phrase3',
      label: '审核结果',
      value: '审核通过',
    });
  });

  test('a refused message uses up no grant; a grant for everybody serves anybody', async () => {
    wechat.grantSubscription('*', 'demo-tmpl-review');
    const tooLong = { ...data, thing4: { value: '一二三四五六七八九十一二三四五六七八九十一' } };
    expect(await send({ data: tooLong })).toEqual({
      errcode: 47003,
      errmsg: 'argument invalid! data.thing4.value invalid',
    });
    expect(wechat.subscriptionQuota('oDemo_1', 'demo-tmpl-review')).toBe(1);
    expect((await send()).errcode).toBe(0);
  });

  test('missing and unknown fields, unknown templates, people and versions are refused', async () => {
    const { thing4: _left, ...incomplete } = data;
    expect((await send({ data: incomplete })).errcode).toBe(47003);
    expect((await send({ data: { ...data, thing9: { value: 'x' } } })).errcode).toBe(47003);
    expect((await send({ template_id: 'other' })).errcode).toBe(40037);
    expect((await send({ touser: '13800001234' })).errcode).toBe(40003);
    expect((await send({ miniprogram_state: 'production' })).errcode).toBe(47003);
  });
});

describe('faults', () => {
  test('busy is HTTP 200 with -1, a server error is HTTP 503, a rate limit is 45011', async () => {
    environment.faults.set({ standIn: 'wechat', fault: 'busy', times: 1 });
    expect((await askToken()).errcode).toBe(-1);
    environment.faults.set({ standIn: 'wechat', fault: 'server-error', times: 1 });
    expect((await signIn('demo-code-a')).response.status).toBe(503);
    environment.faults.set({ standIn: 'wechat', fault: 'rate-limited', times: 1 });
    expect((await askToken()).errcode).toBe(45011);
    expect((await askToken()).errcode).toBeUndefined();
  });

  test('a garbled answer is HTTP 200 and not JSON', async () => {
    environment.faults.set({ standIn: 'wechat', fault: 'garbled', times: 1 });
    await expect(askToken()).rejects.toThrow(SyntaxError);
  });

  test('a timeout is never answered and leaves the code unused; stopping ends the wait', async () => {
    environment.faults.set({ standIn: 'wechat', fault: 'timeout', times: 1 });
    const recorded = new Promise<void>((resolve) => {
      const end = environment.watch(() => {
        if (environment.requests.list('wechat')[0]?.fault !== 'timeout') return;
        end();
        resolve();
      });
    });
    const waiting = expect(signIn('demo-code-patient')).rejects.toThrow('fetch failed');
    await recorded;
    expect(environment.requests.list('wechat')[0]?.status).toBeNull();
    await wechat.stop();
    await waiting;
  });
});

test('requests are recorded without their secrets', async () => {
  await signIn('demo-code-recorded');
  const [request] = environment.requests.list('wechat');
  expect(request).toMatchObject({ method: 'GET', path: '/sns/jscode2session', status: 200 });
  expect(JSON.stringify(request)).not.toContain(appSecret);
  expect(JSON.stringify(request)).not.toContain('demo-code-recorded');
});
