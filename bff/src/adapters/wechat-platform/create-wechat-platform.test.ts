import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type StandIns, SUBSCRIPTION_TEMPLATE_IDS, startStandIns } from '../../../../scripts/stand-ins';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import type { ReviewResultMessage } from '../../ports/wechat-platform';
import { portErrorOf } from '../testing/port-error-of';
import { createWechatPlatform } from './create-wechat-platform';

const PHONE = '13800138000';
const SHORT_MS = 200;

const credentials = sharedCredentials();
let now = new Date('2026-11-22T10:00:00+08:00');
let standIns: StandIns;

beforeAll(async () => {
  standIns = await startStandIns({ credentials, now: () => now });
});
afterAll(() => standIns.stop());
beforeEach(() => {
  standIns.faults.reset();
  standIns.requests.clear();
});

const platform = (changes: { baseUrl?: string; appSecret?: string; appid?: string; timeoutMs?: number } = {}) =>
  createWechatPlatform({
    baseUrl: standIns.wechat.url,
    appid: credentials.wechat.appId,
    appSecret: credentials.wechat.appSecret,
    miniprogramState: 'trial',
    templateIds: {
      'review-result': SUBSCRIPTION_TEMPLATE_IDS.review,
      'certificate-ending': SUBSCRIPTION_TEMPLATE_IDS.ending,
    },
    now: () => now,
    ...changes,
  });

const failureOf = (promise: Promise<unknown>) => portErrorOf(promise, [credentials.wechat.appSecret]);

const callsOf = (path: string) => standIns.requests.list('wechat').filter((request) => request.path === path);
const TOKEN_PATH = '/cgi-bin/stable_token';
const PHONE_PATH = '/wxa/business/getuserphonenumber';

describe('exchangeLoginCode', () => {
  it('answers who signed in, and nothing of the session key', async () => {
    const { code, openId } = standIns.wechat.issueLoginCode();
    expect(await platform().exchangeLoginCode(code)).toEqual({ openid: openId, unionid: null });
  });

  it('is rejected for a used, an expired and an invented code', async () => {
    const used = standIns.wechat.issueLoginCode().code;
    await platform().exchangeLoginCode(used);
    expect(await failureOf(platform().exchangeLoginCode(used))).toMatchObject({
      port: 'wechat-platform',
      failure: 'rejected',
      vendorCode: '40163',
    });
    const expired = standIns.wechat.issueLoginCode().code;
    now = new Date(now.getTime() + 6 * 60_000);
    expect(await failureOf(platform().exchangeLoginCode(expired))).toMatchObject({ failure: 'rejected' });
    expect(await failureOf(platform().exchangeLoginCode('invented'))).toMatchObject({ vendorCode: '40029' });
  });

  it('says that our own settings are wrong', async () => {
    const { code } = standIns.wechat.issueLoginCode();
    const wrongSecret = platform({ appSecret: 'demo-not-the-secret' });
    expect(await failureOf(wrongSecret.exchangeLoginCode(code))).toMatchObject({
      failure: 'misconfigured',
      vendorCode: '40125',
    });
  });

  it('asks a busy platform once more, and no more than that', async () => {
    const { code, openId } = standIns.wechat.issueLoginCode();
    standIns.faults.set({ standIn: 'wechat', fault: 'busy', times: 1 });
    expect(await platform().exchangeLoginCode(code)).toMatchObject({ openid: openId });
    standIns.faults.set({ standIn: 'wechat', fault: 'busy' });
    standIns.requests.clear();
    const next = standIns.wechat.issueLoginCode().code;
    expect(await failureOf(platform().exchangeLoginCode(next))).toMatchObject({
      failure: 'unavailable',
      vendorCode: '-1',
    });
    expect(callsOf('/sns/jscode2session')).toHaveLength(2);
  });

  it.each([
    ['server-error', 'unavailable', 'HTTP 503'],
    ['garbled', 'unavailable', 'NOT-JSON'],
    ['rate-limited', 'rate-limited', '45011'],
    ['timeout', 'unavailable', 'TIMEOUT'],
    ['lost-answer', 'unavailable', 'TIMEOUT'],
  ] as const)('takes the fault %s as %s', async (fault, failure, vendorCode) => {
    standIns.faults.set({ standIn: 'wechat', fault });
    const { code } = standIns.wechat.issueLoginCode();
    const impatient = platform({ timeoutMs: fault === 'timeout' || fault === 'lost-answer' ? SHORT_MS : undefined });
    expect(await failureOf(impatient.exchangeLoginCode(code))).toMatchObject({ failure, vendorCode });
    expect(callsOf('/sns/jscode2session')).toHaveLength(1);
  });

  it('is unavailable when nobody listens', async () => {
    const nowhere = platform({ baseUrl: 'http://127.0.0.1:9' });
    expect(await failureOf(nowhere.exchangeLoginCode('any'))).toMatchObject({
      failure: 'unavailable',
      vendorCode: 'NO-ANSWER',
    });
  });
});

describe('exchangePhoneCode', () => {
  it('answers the number, and a code only once', async () => {
    const code = standIns.wechat.issuePhoneCode(PHONE);
    const wechat = platform();
    expect(await wechat.exchangePhoneCode(code)).toBe(PHONE);
    expect(await failureOf(wechat.exchangePhoneCode(code))).toMatchObject({ failure: 'rejected', vendorCode: '40029' });
  });

  it('fetches the token once for parallel callers and keeps it until five minutes before its end', async () => {
    const wechat = platform();
    const exchange = () => wechat.exchangePhoneCode(standIns.wechat.issuePhoneCode(PHONE));
    await Promise.all([exchange(), exchange(), exchange()]);
    expect(callsOf(TOKEN_PATH)).toHaveLength(1);
    now = new Date(now.getTime() + 6800_000);
    await exchange();
    expect(callsOf(TOKEN_PATH)).toHaveLength(1);
    now = new Date(now.getTime() + 200_000);
    await exchange();
    expect(callsOf(TOKEN_PATH)).toHaveLength(2);
  });

  it('renews a token that the platform ended, once for all callers, and repeats their calls', async () => {
    const wechat = platform();
    const exchange = () => wechat.exchangePhoneCode(standIns.wechat.issuePhoneCode(PHONE));
    await exchange();
    standIns.wechat.expireAccessToken();
    expect(await Promise.all([exchange(), exchange(), exchange()])).toEqual([PHONE, PHONE, PHONE]);
    expect(callsOf(TOKEN_PATH)).toHaveLength(2);
  });

  it('asks again for a token after a failed attempt', async () => {
    const wechat = platform();
    const code = standIns.wechat.issuePhoneCode(PHONE);
    standIns.faults.set({ standIn: 'wechat', fault: 'server-error', times: 1, onPath: TOKEN_PATH });
    expect(await failureOf(wechat.exchangePhoneCode(code))).toMatchObject({ failure: 'unavailable' });
    expect(callsOf(PHONE_PATH)).toHaveLength(0);
    expect(await wechat.exchangePhoneCode(code)).toBe(PHONE);
  });

  it('is rejected for a foreign number', async () => {
    const foreign = standIns.wechat.issuePhoneCode('61234567');
    expect(await failureOf(platform().exchangePhoneCode(foreign))).toMatchObject({
      failure: 'rejected',
      vendorCode: 'NOT-A-MAINLAND-NUMBER',
    });
  });
});

describe('answers no stand-in gives', () => {
  let server: Server;
  let answers: Record<string, unknown>[];
  let baseUrl: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const token = { access_token: 'token', expires_in: 7200 };
      response.end(JSON.stringify(request.url?.startsWith(TOKEN_PATH) ? token : answers.shift()));
    });
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const phoneAnswer = (changes: Record<string, unknown>) => ({
    errcode: 0,
    phone_info: {
      phoneNumber: PHONE,
      purePhoneNumber: PHONE,
      countryCode: '86',
      watermark: { timestamp: 1, appid: credentials.wechat.appId },
      ...changes,
    },
  });

  it('a country code that is a number', async () => {
    answers = [phoneAnswer({ countryCode: 86 })];
    expect(await platform({ baseUrl }).exchangePhoneCode('code')).toBe(PHONE);
  });

  it.each([
    ['another country', { countryCode: '852' }, 'NOT-A-MAINLAND-NUMBER'],
    ['the watermark of another mini-program', { watermark: { appid: 'wxsomebodyelse' } }, 'WATERMARK-APPID'],
  ])('%s', async (_what, changes, vendorCode) => {
    answers = [phoneAnswer(changes)];
    expect(await failureOf(platform({ baseUrl }).exchangePhoneCode('code'))).toMatchObject({
      failure: 'rejected',
      vendorCode,
    });
  });

  it.each([40001, 40014, 42001])('token refused with %d, twice: no third attempt', async (errcode) => {
    answers = [{ errcode }, { errcode }, phoneAnswer({})];
    expect(await failureOf(platform({ baseUrl }).exchangePhoneCode('code'))).toMatchObject({
      failure: 'misconfigured',
      vendorCode: String(errcode),
    });
    expect(answers).toHaveLength(1);
  });

  it('a unionid, and a session without openid', async () => {
    answers = [{ openid: 'o1', session_key: 'k', unionid: 'u1' }, { session_key: 'k' }];
    const wechat = platform({ baseUrl });
    expect(await wechat.exchangeLoginCode('code')).toEqual({ openid: 'o1', unionid: 'u1' });
    expect(await failureOf(wechat.exchangeLoginCode('code'))).toMatchObject({
      failure: 'unavailable',
      vendorCode: 'UNEXPECTED-ANSWER',
    });
  });

  it('an errcode that is not known: they will not do it', async () => {
    answers = [{ errcode: 99999, errmsg: 'text that may quote the request' }];
    expect(await failureOf(platform({ baseUrl }).exchangeLoginCode('code'))).toMatchObject({
      failure: 'rejected',
      vendorCode: '99999',
    });
  });
});

describe('sendSubscriptionMessage', () => {
  const OPENID = 'oDemo_000000000000000000anna';
  const message = (changes: Partial<ReviewResultMessage> = {}): ReviewResultMessage => ({
    kind: 'review-result',
    orderNumber: 'GOV-20261122-000123',
    projectName: '示例省政府采购云平台',
    result: '需要补充',
    nextStep: '请修改后重新提交',
    page: 'subpackages/order/detail?id=1',
    ...changes,
  });
  const grant = (templateId: string = SUBSCRIPTION_TEMPLATE_IDS.review) =>
    standIns.wechat.grantSubscription(OPENID, templateId);

  it('arrives as the template has it', async () => {
    grant();
    expect(await platform().sendSubscriptionMessage(OPENID, message())).toBe('sent');
    const [arrived] = standIns.wechat.subscriptionMessages();
    expect(arrived).toMatchObject({ openId: OPENID, page: message().page, miniprogramState: 'trial' });
    expect(arrived?.fields.map((field) => field.value)).toEqual([
      'GOV-20261122-000123',
      '示例省政府采购云平台',
      '需要补充',
      '请修改后重新提交',
    ]);
  });

  it('tells of a certificate’s end by a template of its own, with the day in Beijing', async () => {
    const { kind: _kind, result: _result, ...facts } = message();
    const ending = { ...facts, kind: 'certificate-ending', endsAt: new Date('2027-02-28T16:00:00Z') } as const;
    grant();
    expect(await platform().sendSubscriptionMessage(OPENID, ending)).toBe('not-subscribed');
    grant(SUBSCRIPTION_TEMPLATE_IDS.ending);
    expect(await platform().sendSubscriptionMessage(OPENID, ending)).toBe('sent');
    const [arrived] = standIns.wechat.subscriptionMessages();
    expect(arrived?.templateId).toBe(SUBSCRIPTION_TEMPLATE_IDS.ending);
    expect(arrived?.fields[2]).toEqual({ name: 'date3', label: '到期日期', value: '2027年3月1日' });
  });

  it('answers that the user has no grant left', async () => {
    expect(await platform().sendSubscriptionMessage('oDemo_0000000000000000nobody', message())).toBe('not-subscribed');
  });

  it('shortens texts to the limits by characters, not by UTF-16 units', async () => {
    grant();
    const long = message({ projectName: '𠮷'.repeat(30), nextStep: '补\n充' });
    expect(await platform().sendSubscriptionMessage(OPENID, long)).toBe('sent');
    const [arrived] = standIns.wechat.subscriptionMessages();
    expect(arrived?.fields[1]?.value).toBe(`${'𠮷'.repeat(19)}…`);
    expect(arrived?.fields[3]?.value).toBe('补 充');
  });

  it('is rejected for what is no openid', async () => {
    expect(await failureOf(platform().sendSubscriptionMessage('x', message()))).toMatchObject({
      failure: 'rejected',
      vendorCode: '40003',
    });
  });
});
