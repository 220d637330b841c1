import { createStandInEnvironment } from '../serving/environment';
import { sharedCredentials } from '../testing/shared-credentials';
import { startTencentCloud, type TencentCloudStandIn } from './start-tencent-cloud';
import { createTc3Caller, type Tc3Changes } from './testing/tc3-caller';

const credentials = sharedCredentials();
const account = credentials.tencentCloud;
const now = () => new Date('2026-11-22T01:00:00Z');
const environment = createStandInEnvironment({ now });
let cloud: TencentCloudStandIn;

beforeAll(async () => {
  cloud = await startTencentCloud({ credentials, environment });
});
afterEach(() => environment.faults.reset());
afterAll(() => cloud.stop());

const call = createTc3Caller({ url: () => cloud.url, account, now });

const sms = (o: object = {}) => ({
  PhoneNumberSet: ['+8613800001234'],
  SmsSdkAppId: account.smsSdkAppId,
  TemplateId: 'demo-sms-code',
  SignName: account.smsSignName,
  TemplateParamSet: ['123456', '5'],
  ...o,
});
const person = { IdCard: '11010519491231002X', Name: '张伟' };
const errorOf = async (action: string, parameters: unknown, changes?: Tc3Changes) =>
  (await call(action, parameters, changes)).response.Error?.Code;

describe('the signature', () => {
  test('a rightly signed call is answered in the envelope with a RequestId', async () => {
    const { status, response } = await call('IdCardVerification', person);
    expect(status).toBe(200);
    expect(response).toEqual({
      Result: '0',
      Description: '姓名和身份证号一致',
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(environment.requests.list()[0]).toMatchObject({ operation: 'IdCardVerification', signatureOk: true });
  });

  test.each<[string, string, Tc3Changes]>([
    ['another key', 'AuthFailure.SignatureFailure', { secretKey: 'demo-other' }],
    ['an unknown SecretId', 'AuthFailure.SecretIdNotFound', { secretId: 'AKIDdemo-other' }],
    [
      'a body changed after signing',
      'AuthFailure.SignatureFailure',
      { sentBody: JSON.stringify({ ...person, Name: '李娜' }) },
    ],
    [
      'the scope of another service',
      'AuthFailure.SignatureFailure',
      { service: 'sms', host: 'faceid.tencentcloudapi.com' },
    ],
    ['the scope of another day', 'AuthFailure.SignatureFailure', { date: '2026-11-21' }],
    ['another signed host', 'AuthFailure.SignatureFailure', { signedHost: 'sms.tencentcloudapi.com' }],
    ['a host that is not signed', 'AuthFailure.SignatureFailure', { signedHeaders: ['content-type'] }],
    ['a clock five minutes slow', 'AuthFailure.SignatureExpire', { timestamp: now().getTime() / 1000 - 301 }],
    ['a clock five minutes fast', 'AuthFailure.SignatureExpire', { timestamp: now().getTime() / 1000 + 301 }],
    ['no Authorization', 'AuthFailure.InvalidAuthorization', { headers: { authorization: undefined } }],
    ['no timestamp', 'MissingParameter', { headers: { 'x-tc-timestamp': undefined } }],
  ])('%s is %s', async (_case, code, changes) => {
    const { status, response } = await call('IdCardVerification', person, changes);
    expect(status).toBe(200);
    expect(response).toEqual({ Error: { Code: code, Message: expect.any(String) }, RequestId: expect.any(String) });
    expect(environment.requests.list()[0]).toMatchObject({ signatureOk: false, errorCode: code });
  });

  test('further headers may be signed', async () => {
    const signedHeaders = ['content-type', 'host', 'x-tc-action'];
    expect(await errorOf('IdCardVerification', person, { signedHeaders })).toBeUndefined();
  });

  test('Tencent’s SDK on another port is let through: host name without port, service from the first label', async () => {
    const { host, hostname } = new URL(cloud.url);
    const asSdk = { host, signedHost: hostname, service: '127' };
    expect(await errorOf('IdCardVerification', person, asSdk)).toBeUndefined();
    expect(await errorOf('SendSms', sms(), { ...asSdk, signedHost: 'localhost' })).toBe('AuthFailure.SignatureFailure');
  });
});

test('unknown actions, versions and parameters are refused', async () => {
  expect(await errorOf('DetectAuth2', person)).toBe('InvalidAction');
  expect(await errorOf('constructor', person)).toBe('InvalidAction');
  expect(await errorOf('SendSms', sms(), { version: '2019-07-11' })).toBe('NoSuchVersion');
  expect(await errorOf('SendSms', sms(), { headers: { 'x-tc-region': undefined } })).toBe('MissingParameter');
  expect(await errorOf('SendSms', sms({ TemplateID: '1' }))).toBe('UnknownParameter');
  expect(await errorOf('SendSms', sms({ SmsSdkAppId: undefined }))).toBe('MissingParameter');
  expect(await errorOf('SendSms', sms({ PhoneNumberSet: '+8613800001234' }))).toBe('InvalidParameter');
  expect(await errorOf('SendSms', 'text')).toBe('InvalidParameter');
});

describe('SendSms', () => {
  test('the phone shows the filled text and the code, found by number with and without +86', async () => {
    const { response } = await call('SendSms', sms());
    expect(response.SendStatusSet).toEqual([
      {
        SerialNo: expect.stringMatching(/^demo:/),
        PhoneNumber: '+8613800001234',
        Fee: 1,
        SessionContext: '',
        Code: 'Ok',
        Message: 'send success',
        IsoCode: 'CN',
      },
    ]);
    const [message] = cloud.sms('13800001234');
    expect(message).toMatchObject({
      text: `【${account.smsSignName}】您的验证码是123456，5分钟内有效。请勿告诉他人。`,
      code: '123456',
    });
    expect(cloud.sms('+8613800001234')).toEqual(cloud.sms('13800001234'));
    expect(cloud.sms('13900000000')).toEqual([]);
  });

  test('each number has a status of its own', async () => {
    cloud.setSmsStatus('13900005678', 'LimitExceeded.PhoneNumberDailyLimit');
    const numbers = ['13700001111', '+8613900005678', '12345'];
    const { response } = await call('SendSms', sms({ PhoneNumberSet: numbers }));
    expect(response.SendStatusSet.map(({ Code, Fee }: { Code: string; Fee: number }) => [Code, Fee])).toEqual([
      ['Ok', 1],
      ['LimitExceeded.PhoneNumberDailyLimit', 0],
      ['InvalidParameterValue.IncorrectPhoneNumber', 0],
    ]);
    expect(cloud.sms('13900005678')).toEqual([]);
    cloud.setSmsStatus('13900005678', 'Ok');
    await call('SendSms', sms({ PhoneNumberSet: ['13900005678'] }));
    expect(cloud.sms('13900005678')).toHaveLength(1);
  });

  test('a wrong number of variables is refused per number', async () => {
    const { response } = await call('SendSms', sms({ TemplateParamSet: ['123456'] }));
    expect(response.SendStatusSet[0].Code).toBe('FailedOperation.TemplateParamSetNotMatchApprovedTemplate');
  });

  test('a foreign app, signature or template is refused as a whole', async () => {
    expect(await errorOf('SendSms', sms({ SmsSdkAppId: '1400000000' }))).toBe(
      'UnauthorizedOperation.SmsSdkAppIdVerifyFail',
    );
    expect(await errorOf('SendSms', sms({ SignName: '别的' }))).toBe('FailedOperation.SignatureIncorrectOrUnapproved');
    expect(await errorOf('SendSms', sms({ TemplateId: '1' }))).toBe('FailedOperation.TemplateIncorrectOrUnapproved');
    expect(await errorOf('SendSms', sms({ PhoneNumberSet: [] }))).toBe('InvalidParameterValue.IncorrectPhoneNumber');
  });
});

describe('identity', () => {
  test.each([
    ['11010519491231002X', '张伟', '0', '0'],
    ['440524188001010014', '李娜', '0', '0'],
    ['110105194912310021', '张伟', '-2', '-7'],
    ['11010519491231002x', '张伟', '-2', '-7'],
    ['11010519491231002X', '张', '-3', '-8'],
    ['11010519491231002X', '张不符', '-1', '-4'],
    ['11010519491231002X', '张查无', '-5', '-9'],
  ])('%s %s answers %s to two and %s to three elements', async (IdCard, Name, two, three) => {
    const Phone = '13800001234';
    expect((await call('IdCardVerification', { IdCard, Name })).response.Result).toBe(two);
    expect((await call('PhoneVerification', { IdCard, Name, Phone })).response.Result).toBe(three);
  });

  test('a wrong phone number is -6, a wrong mode an error', async () => {
    expect((await call('PhoneVerification', { ...person, Phone: '123' })).response.Result).toBe('-6');
    const parameters = { ...person, Phone: '13800001234', VerifyMode: '2' };
    expect(await errorOf('PhoneVerification', parameters)).toBe('InvalidParameterValue');
  });

  test('an answer can be set per ID number and freed again', async () => {
    cloud.setIdentityAnswer('440524188001010014', { idCardVerification: '-7', phoneVerification: '-11' });
    const other = { IdCard: '440524188001010014', Name: '李娜' };
    expect((await call('IdCardVerification', other)).response).toMatchObject({
      Result: '-7',
      Description: '认证次数超过当日限制',
    });
    expect((await call('PhoneVerification', { ...other, Phone: '13800001234' })).response.Result).toBe('-11');
    expect((await call('IdCardVerification', person)).response.Result).toBe('0');
    cloud.setIdentityAnswer('440524188001010014', {});
    expect((await call('IdCardVerification', other)).response.Result).toBe('0');
    expect(() => cloud.setIdentityAnswer('x', { idCardVerification: '-9' })).toThrow(RangeError);
    expect(() => cloud.setIdentityAnswer('x', { phoneVerification: '-1' })).toThrow(RangeError);
  });

  test('records hold neither the name nor the whole ID number', async () => {
    await call('IdCardVerification', person);
    const record = JSON.stringify(environment.requests.list()[0]);
    expect(record).not.toContain(person.IdCard);
    expect(record).not.toContain(person.Name);
  });
});

test('faults have Tencent Cloud’s shape and may be for one action', async () => {
  environment.faults.set({ standIn: 'tencent-cloud', fault: 'server-error', onPath: 'SendSms' });
  expect(await errorOf('IdCardVerification', person)).toBeUndefined();
  expect((await call('SendSms', sms())).status).toBe(500);
  environment.faults.reset();
  environment.faults.set({ standIn: 'tencent-cloud', fault: 'rate-limited', times: 1 });
  expect(await errorOf('SendSms', sms())).toBe('RequestLimitExceeded');
  environment.faults.set({ standIn: 'tencent-cloud', fault: 'garbled', times: 1 });
  expect((await call('IdCardVerification', person)).response).toBeUndefined();
});
