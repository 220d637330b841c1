import { type StandIns, startStandIns } from '../../../../scripts/stand-ins';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import type { SmsMessage } from '../../ports/sms-sender';
import { portErrorOf } from '../testing/port-error-of';
import { createTencentSmsSender, type TencentSmsSettings } from './sms-sender';

const PHONE = '13800138000';
const SHORT_MS = 200;

const credentials = sharedCredentials();
const account = credentials.tencentCloud;
let standIns: StandIns;

beforeAll(async () => {
  standIns = await startStandIns({ credentials });
});
afterAll(() => standIns.stop());
beforeEach(() => standIns.faults.reset());

const sender = (changes: Partial<TencentSmsSettings> = {}) =>
  createTencentSmsSender({
    url: standIns.tencentCloud.url,
    secretId: account.secretId,
    secretKey: account.secretKey,
    region: account.region,
    sdkAppId: account.smsSdkAppId,
    signName: account.smsSignName,
    templateIds: {
      'sign-in-code': 'demo-sms-code',
      'review-approved': 'demo-review-approved',
      'review-returned': 'demo-review-returned',
      'review-rejected': 'demo-review-rejected',
      'identity-used': 'demo-identity-used',
      'payment-returned': 'demo-payment-returned',
      'payment-received': 'demo-payment-received',
      'slip-refused': 'demo-slip-refused',
      'refund-progress': 'demo-refund-progress',
      'password-changed': 'demo-password-changed',
      'phone-change-requested': 'demo-phone-change-requested',
      'phone-changed': 'demo-phone-changed',
      'phone-change-result': 'demo-phone-change-result',
      'identity-check-result': 'demo-identity-check-result',
      'certificate-issued': 'demo-certificate-issued',
      'parcel-sent': 'demo-parcel-sent',
      'pick-up-waiting': 'demo-pick-up-waiting',
      'ukey-unlocked': 'demo-ukey-unlock',
      'order-ending': 'demo-order-ending',
      'certificate-ending': 'demo-certificate-ending',
      'deletion-scheduled': 'demo-deletion-scheduled',
      'audit-anchor': 'demo-audit-anchor',
    },
    ...changes,
  });
const CODE: SmsMessage = { kind: 'sign-in-code', code: '246810', minutes: 5 };

const failureOf = (promise: Promise<unknown>) => portErrorOf(promise, [PHONE, '246810', account.secretKey]);

describe('a message', () => {
  it.each<[SmsMessage, string]>([
    [CODE, '您的验证码是246810，5分钟内有效。请勿告诉他人。'],
    [
      { kind: 'review-approved', orderNumber: 'GOV-1', nextStep: '请登录小程序支付' },
      '您的申请GOV-1已通过审核，请登录小程序支付。',
    ],
    [
      { kind: 'review-returned', orderNumber: 'GOV-1', reason: '照片反光' },
      '您的申请GOV-1需要补充：照片反光。请登录小程序修改后重新提交。',
    ],
    [{ kind: 'review-rejected', orderNumber: 'GOV-1', reason: '材料不符' }, '您的申请GOV-1未通过审核：材料不符。'],
    [{ kind: 'payment-received', orderNumber: 'GOV-1' }, '您的申请GOV-1已收到付款，正在制证。'],
    [
      { kind: 'certificate-issued', orderNumber: 'GOV-1', nextStep: '请打开小程序下载证书' },
      '您的申请GOV-1的数字证书已签发，请打开小程序下载证书。',
    ],
    [
      { kind: 'parcel-sent', orderNumber: 'GOV-1', courier: '顺丰速运' },
      '您的申请GOV-1的UKey已由顺丰速运寄出，可在小程序查看物流，收到后请在小程序确认。',
    ],
    [{ kind: 'password-changed' }, '您的登录密码已修改。如非本人操作，请立即联系客服。'],
    [
      { kind: 'phone-change-requested', lastDigits: '5678' },
      '有人申请把您的登录手机号换成尾号5678的号码。如非本人操作，请在24小时内用本号码登录小程序阻止。',
    ],
    [
      { kind: 'phone-changed', lastDigits: '5678' },
      '您的登录手机号已换成尾号5678的号码，本号码不能再登录。如非本人操作，请立即联系客服。',
    ],
    [
      { kind: 'phone-change-result', result: '已生效，请用本号码登录' },
      '您更换登录手机号的申请已生效，请用本号码登录。',
    ],
    [
      { kind: 'identity-check-result', result: '已通过，请打开小程序继续办理' },
      '您提交的实名认证人工核验已通过，请打开小程序继续办理。',
    ],
    [
      { kind: 'order-ending', orderNumber: 'GOV-1', day: '2026-12-03' },
      '您的申请GOV-1等您办理，请在2026-12-03前登录小程序办理，过期后申请将结束。',
    ],
    [
      { kind: 'certificate-ending', orderNumber: 'GOV-1', day: '2026-12-03' },
      '您的数字证书（申请编号GOV-1）将于2026-12-03到期。请登录小程序，在“我的证书”里办理续期，资料已为您填好。',
    ],
    [
      { kind: 'deletion-scheduled', day: '2026-12-03' },
      '您的账号将于2026-12-03注销。如非本人操作或想保留账号，请在此之前登录小程序撤回。',
    ],
    [
      { kind: 'audit-anchor', day: '2026-11-26', seq: 12, hashStart: 'a1b2c3d4e5f6' },
      '审计链锚点 2026-11-26：第12条，a1b2c3d4e5f6。请妥善保存。',
    ],
  ])('%j arrives as its template has it', async (message, text) => {
    await sender().send(PHONE, message);
    expect(standIns.tencentCloud.sms(PHONE)[0]?.text).toBe(`【${account.smsSignName}】${text}`);
  });

  it.each([
    ['InvalidParameterValue.IncorrectPhoneNumber', 'rejected'],
    ['FailedOperation.PhoneNumberInBlacklist', 'rejected'],
    ['LimitExceeded.PhoneNumberDailyLimit', 'rate-limited'],
    ['LimitExceeded.PhoneNumberThirtySecondLimit', 'rate-limited'],
    ['FailedOperation.InsufficientBalanceInSmsPackage', 'misconfigured'],
    ['FailedOperation.TemplateParamSetNotMatchApprovedTemplate', 'misconfigured'],
    ['InvalidParameterValue.TemplateParameterLengthLimit', 'misconfigured'],
    ['InternalError.Timeout', 'unavailable'],
  ])('with the status %s, at HTTP 200, is %s', async (code, failure) => {
    const phone = '13900139000';
    standIns.tencentCloud.setSmsStatus(phone, code);
    const error = await failureOf(sender().send(phone, CODE));
    standIns.tencentCloud.setSmsStatus(phone, 'Ok');
    expect(error).toMatchObject({ port: 'sms-sender', failure, vendorCode: code });
    expect(standIns.tencentCloud.sms(phone)).toEqual([]);
  });

  it('to what is no number is rejected', async () => {
    expect(await failureOf(sender().send('12345', CODE))).toMatchObject({ failure: 'rejected' });
  });
});

describe('settings that are wrong', () => {
  it.each<[string, Partial<TencentSmsSettings>, string]>([
    ['key', { secretKey: 'demo-wrong' }, 'AuthFailure.SignatureFailure'],
    ['key id', { secretId: 'AKIDdemo-wrong' }, 'AuthFailure.SecretIdNotFound'],
    ['signature', { signName: '别家' }, 'FailedOperation.SignatureIncorrectOrUnapproved'],
    ['application', { sdkAppId: '1400000000' }, 'UnauthorizedOperation.SmsSdkAppIdVerifyFail'],
  ])('%s', async (_what, changes, vendorCode) => {
    expect(await failureOf(sender(changes).send(PHONE, CODE))).toMatchObject({ failure: 'misconfigured', vendorCode });
  });
});

describe('a service that fails', () => {
  it.each([
    ['server-error', 'unavailable', 'HTTP 500'],
    ['garbled', 'unavailable', 'NO-USABLE-ANSWER'],
    ['rate-limited', 'rate-limited', 'RequestLimitExceeded'],
    ['timeout', 'unavailable', 'NO-USABLE-ANSWER'],
    ['lost-answer', 'unavailable', 'NO-USABLE-ANSWER'],
  ] as const)('by %s is %s', async (fault, failure, vendorCode) => {
    standIns.faults.set({ standIn: 'tencent-cloud', fault });
    standIns.requests.clear();
    const impatient = sender({ timeoutMs: fault === 'timeout' || fault === 'lost-answer' ? SHORT_MS : undefined });
    expect(await failureOf(impatient.send(PHONE, CODE))).toMatchObject({ failure, vendorCode });
    // Never sent again by the adapter: the message may be on its way.
    expect(standIns.requests.list('tencent-cloud')).toHaveLength(1);
  });

  it('by not being there is unavailable', async () => {
    const nowhere = sender({ url: 'http://127.0.0.1:9' });
    expect(await failureOf(nowhere.send(PHONE, CODE))).toMatchObject({ failure: 'unavailable' });
  });
});
