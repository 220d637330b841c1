import { createStandInEnvironment } from '../serving/environment';
import { sharedCredentials } from '../testing/shared-credentials';
import { startTencentCloud, type TencentCloudStandIn } from './start-tencent-cloud';
import { createTc3Caller } from './testing/tc3-caller';

const ACTION = 'VerifyBizLicenseEnterprise3';
const GROUP = { CreditCode: '911101992000000132', EntName: '北京示例（集团）股份有限公司' };
const UNKNOWN = { CreditCode: '91110199200000996N', EntName: '示例查无有限公司' };
const REPRESENTATIVE = { LrName: '张伟', VerifyType: 'ENT_3META' };
const NO_RESULT = { StatusCode: 2, RequestId: expect.any(String) };

const credentials = sharedCredentials();
const now = () => new Date('2026-11-22T01:00:00Z');
let environment: ReturnType<typeof createStandInEnvironment>;
let cloud: TencentCloudStandIn;
const call = createTc3Caller({ url: () => cloud.url, account: credentials.tencentCloud, now });

beforeEach(async () => {
  environment = createStandInEnvironment({ now });
  cloud = await startTencentCloud({ credentials, environment });
});
afterEach(() => cloud.stop());

const answerOf = async (parameters: unknown) => (await call(ACTION, parameters)).response;
const errorOf = async (parameters: unknown) => (await answerOf(parameters)).Error?.Code;
const unitOf = (CreditCode: string, EntName: string) => ({ CreditCode, EntName, VerifyType: 'ENT_2META' });

test('three that fit, in a unit that does business', async () => {
  expect(await answerOf({ ...GROUP, ...REPRESENTATIVE })).toEqual({
    StatusCode: 0,
    VerifyResult: 1,
    OperatingStatus: '1',
    RequestId: expect.any(String),
  });
});

test('another legal representative fits by two, not by three', async () => {
  const other = { CreditCode: '91110199200000021W', EntName: '示例别人商贸有限公司' };
  expect(await answerOf({ ...other, ...REPRESENTATIVE })).toMatchObject({ VerifyResult: 0 });
  expect(await answerOf(other)).toMatchObject({ VerifyResult: 1, OperatingStatus: '1' });
});

test.each([
  ['9111019920000003XL', '示例已注销商贸有限公司', '3'],
  ['91110199200000048L', '示例已吊销商贸有限公司', '4'],
  ['91110199200000056F', '示例已迁出商贸有限公司', '2'],
  ['91110199200000064A', '示例已停业商贸有限公司', '6'],
  ['911101992000000725', '示例已撤销商贸有限公司', '5'],
  ['911101992000000800', '示例撤销登记商贸有限公司', '7'],
  ['9111019920000011X8', '示例其他状态商贸有限公司', '0'],
])('%s %s has the status %s; three factors tell only that it does no business', async (code, name, status) => {
  expect(await answerOf(unitOf(code, name))).toMatchObject({ VerifyResult: 1, OperatingStatus: status });
  const three = { ...unitOf(code, name), ...REPRESENTATIVE };
  expect(await answerOf(three)).toMatchObject({ VerifyResult: 1, OperatingStatus: '2' });
});

test.each(['北京示例(集团)股份有限公司', ' 北京示例（集团）股份有限公司', '北京示例（集团） 股份有限公司'])(
  'a name is compared to the character: "%s" is another',
  async (EntName) => {
    expect(await answerOf({ ...GROUP, EntName })).toMatchObject({ VerifyResult: 0, OperatingStatus: '/' });
    expect(await answerOf({ ...GROUP, EntName, ...REPRESENTATIVE })).toMatchObject({ VerifyResult: 0 });
  },
);

test('a name known under another code is a mismatch; neither known is no result', async () => {
  expect(await answerOf({ ...GROUP, CreditCode: UNKNOWN.CreditCode })).toMatchObject({
    StatusCode: 0,
    VerifyResult: 0,
  });
  expect(await answerOf(UNKNOWN)).toEqual(NO_RESULT);
  expect(await answerOf({ ...UNKNOWN, ...REPRESENTATIVE })).toEqual(NO_RESULT);
});

test('a code whose check character is wrong is found when it is registered so', async () => {
  const odd = unitOf('91110199200000996P', '示例校验位有误商贸有限公司');
  expect(await answerOf(odd)).toMatchObject({ VerifyResult: 1 });
});

test('each answer about a unit is charged, no result and faults are not', async () => {
  await answerOf({ ...GROUP, ...REPRESENTATIVE });
  await answerOf({ ...GROUP, EntName: '别的' });
  await answerOf(UNKNOWN);
  await errorOf({ ...GROUP, CreditCode: '1' });
  cloud.unitRegister.setState('1');
  expect(await answerOf(GROUP)).toEqual({ StatusCode: 1, RequestId: expect.any(String) });
  expect(cloud.unitRegister.charged()).toBe(2);
});

test.each([
  ['a code of 17 characters', { ...GROUP, CreditCode: GROUP.CreditCode.slice(1) }],
  ['a code in small letters', { ...GROUP, CreditCode: '9111019920000003xl' }],
  ['an empty name', { ...GROUP, EntName: ' ' }],
  ['a type that there is not', { ...GROUP, VerifyType: 'ENT_4META' }],
  ['three without the third', { ...GROUP, VerifyType: 'ENT_3META' }],
])('%s is a wrong value', async (_what, parameters) => {
  expect(await errorOf(parameters)).toBe('InvalidParameterValue.InvalidParameterValueLimit');
});

test('what is missing, unknown or of another version is refused', async () => {
  expect(await errorOf({ EntName: GROUP.EntName })).toBe('MissingParameter');
  expect(await errorOf({ ...GROUP, IdNum: '11010519491231002X' })).toBe('UnknownParameter');
  expect((await call(ACTION, GROUP, { version: '2018-03-01' })).response.Error.Code).toBe('NoSuchVersion');
  expect((await call(ACTION, GROUP, { secretKey: 'demo-other' })).response.Error.Code).toBe(
    'AuthFailure.SignatureFailure',
  );
});

test('an account without money is told so until it has some', async () => {
  cloud.unitRegister.setState('ResourceUnavailable.InArrears');
  expect(await errorOf(GROUP)).toBe('ResourceUnavailable.InArrears');
  cloud.unitRegister.setState('Ok');
  expect(await answerOf(GROUP)).toMatchObject({ VerifyResult: 1 });
});

test('a unit may be entered and changed, with a status that there is', async () => {
  const unit = { creditCode: UNKNOWN.CreditCode, name: UNKNOWN.EntName, legalRepresentative: '张伟' };
  cloud.unitRegister.enter({ ...unit, operatingStatus: '1' });
  expect(await answerOf(UNKNOWN)).toMatchObject({ VerifyResult: 1, OperatingStatus: '1' });
  cloud.unitRegister.enter({ ...unit, operatingStatus: '3' });
  expect(await answerOf(UNKNOWN)).toMatchObject({ VerifyResult: 1, OperatingStatus: '3' });
  expect(() => cloud.unitRegister.enter({ ...unit, operatingStatus: '9' })).toThrow(RangeError);
});

test('records do not hold the legal representative’s name', async () => {
  await answerOf({ ...GROUP, ...REPRESENTATIVE });
  expect(JSON.stringify(environment.requests.list())).not.toContain('张伟');
});
