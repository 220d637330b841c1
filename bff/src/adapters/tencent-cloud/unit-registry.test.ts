import { type StandIns, startStandIns } from '../../../../scripts/stand-ins';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import type { UnitQuestion } from '../../ports/unit-registry';
import { portErrorOf } from '../testing/port-error-of';
import type { TencentCloudSettings } from './tencent-cloud-client';
import { createTencentUnitRegistry } from './unit-registry';

const GROUP: UnitQuestion = {
  name: '北京示例（集团）股份有限公司',
  unifiedSocialCreditCode: '911101992000000132',
  legalRepresentative: '张伟',
};
const SHORT_MS = 200;

const credentials = sharedCredentials();
const account = credentials.tencentCloud;
let standIns: StandIns;

beforeAll(async () => {
  standIns = await startStandIns({ credentials });
});
afterAll(() => standIns.stop());
beforeEach(() => {
  standIns.faults.reset();
  standIns.requests.clear();
  standIns.tencentCloud.unitRegister.setState('Ok');
});

const registry = (changes: Partial<TencentCloudSettings> = {}) =>
  createTencentUnitRegistry({
    url: standIns.tencentCloud.url,
    secretId: account.secretId,
    secretKey: account.secretKey,
    region: account.region,
    ...changes,
  });
const askedAs = () => standIns.requests.list('tencent-cloud').map(({ body }) => Object(body).VerifyType);
const failureOf = (promise: Promise<unknown>) =>
  portErrorOf(promise, [...Object.values(GROUP), account.secretKey, account.secretId]);

describe('a unit that does business', () => {
  it('fits, by one query that is charged', async () => {
    const before = standIns.tencentCloud.unitRegister.charged();
    expect(await registry().check(GROUP)).toEqual({ fit: 'match', state: 'active' });
    expect(standIns.tencentCloud.unitRegister.charged() - before).toBe(1);
    expect(standIns.requests.list('tencent-cloud')).toMatchObject([
      { operation: 'VerifyBizLicenseEnterprise3', signatureOk: true, body: { VerifyType: 'ENT_3META' } },
    ]);
  });

  it.each<Partial<UnitQuestion>>([
    { name: '北京示例(集团)股份有限公司' },
    { name: ' 北京示例 【集团】 股份有限公司 ' },
    { legalRepresentative: ' 张伟 ' },
    {
      unifiedSocialCreditCode: '92110199ma20009164 ',
      name: '示例区阿依努尔食品超市(个体工商户)',
      legalRepresentative: '阿依努尔·买买提',
    },
    { unifiedSocialCreditCode: '91110199200000996P', name: '示例校验位有误商贸有限公司' },
  ])('fits as typed: %j', async (typed) => {
    expect(await registry().check({ ...GROUP, ...typed })).toEqual({ fit: 'match', state: 'active' });
  });
});

describe('a unit that fits and does no business', () => {
  it.each([
    ['9111019920000003XL', '示例已注销商贸有限公司', 'cancelled'],
    ['91110199200000048L', '示例已吊销商贸有限公司', 'revoked'],
    ['91110199200000056F', '示例已迁出商贸有限公司', 'moved-out'],
    ['91110199200000064A', '示例已停业商贸有限公司', 'suspended'],
    ['911101992000000725', '示例已撤销商贸有限公司', 'annulled'],
    ['911101992000000800', '示例撤销登记商贸有限公司', 'annulled'],
    ['9111019920000011X8', '示例其他状态商贸有限公司', 'unknown'],
  ])('%s %s is %s', async (unifiedSocialCreditCode, name, state) => {
    expect(await registry().check({ ...GROUP, unifiedSocialCreditCode, name })).toEqual({ fit: 'match', state });
    expect(askedAs()).toEqual(['ENT_2META', 'ENT_3META']);
  });
});

describe('a unit that does not fit', () => {
  it('is told by its legal representative', async () => {
    expect(await registry().check({ ...GROUP, legalRepresentative: '李娜' })).toEqual({
      fit: 'mismatch',
      differs: 'legal-representative',
      state: 'active',
    });
  });

  it.each<Partial<UnitQuestion>>([
    { name: '北京示例集团股份有限公司' },
    { unifiedSocialCreditCode: '91110199200000996N' },
    { unifiedSocialCreditCode: '91110199200000021W', legalRepresentative: '李娜' },
  ])('is told by its name: %j', async (wrong) => {
    expect(await registry().check({ ...GROUP, ...wrong })).toEqual({
      fit: 'mismatch',
      differs: 'name',
      state: 'unknown',
    });
  });

  it('is not found, free of charge and without a second query', async () => {
    const before = standIns.tencentCloud.unitRegister.charged();
    const unknown = { ...GROUP, name: '示例查无有限公司', unifiedSocialCreditCode: '91110199200000996N' };
    expect(await registry().check(unknown)).toEqual({ fit: 'not-found' });
    expect(standIns.tencentCloud.unitRegister.charged()).toBe(before);
    expect(askedAs()).toEqual(['ENT_3META']);
  });

  it('is rejected when the code is none', async () => {
    expect(await failureOf(registry().check({ ...GROUP, unifiedSocialCreditCode: '123' }))).toMatchObject({
      port: 'unit-registry',
      failure: 'rejected',
      vendorCode: 'InvalidParameterValue.InvalidParameterValueLimit',
    });
  });
});

describe('no answer', () => {
  it.each([
    ['1', 'unavailable', 'VerifyBizLicenseEnterprise3 1 -'],
    ['FailedOperation.UnKnowError', 'unavailable', undefined],
    ['InternalError', 'unavailable', undefined],
    ['FailedOperation.UnOpenError', 'misconfigured', undefined],
    ['FailedOperation.ArrearsError', 'misconfigured', undefined],
    ['ResourceUnavailable.InArrears', 'misconfigured', undefined],
    ['ResourceUnavailable.ResourcePackageRunOut', 'misconfigured', undefined],
    ['ResourcesSoldOut.ChargeStatusException', 'misconfigured', undefined],
    ['UnauthorizedOperation', 'misconfigured', undefined],
    ['FailedOperation.CountLimitError', 'rate-limited', undefined],
    ['RequestLimitExceeded', 'rate-limited', undefined],
  ])('in the state %s is %s', async (state, failure, vendorCode = state) => {
    standIns.tencentCloud.unitRegister.setState(state);
    expect(await failureOf(registry().check(GROUP))).toMatchObject({ port: 'unit-registry', failure, vendorCode });
  });

  it.each([
    ['server-error', 'unavailable', 'HTTP 500'],
    ['garbled', 'unavailable', 'NO-USABLE-ANSWER'],
    ['rate-limited', 'rate-limited', 'RequestLimitExceeded'],
    ['timeout', 'unavailable', 'NO-USABLE-ANSWER'],
    ['lost-answer', 'unavailable', 'NO-USABLE-ANSWER'],
  ] as const)('because of %s is %s, and nothing is asked again', async (fault, failure, vendorCode) => {
    standIns.faults.set({ standIn: 'tencent-cloud', fault });
    const impatient = registry({ timeoutMs: fault === 'timeout' || fault === 'lost-answer' ? SHORT_MS : undefined });
    expect(await failureOf(impatient.check(GROUP))).toMatchObject({ failure, vendorCode });
    expect(standIns.requests.list('tencent-cloud')).toHaveLength(1);
  });

  it('to the second query leaves no half of an answer', async () => {
    let queries = 0;
    const downAtTheSecond = () => {
      queries += 1;
      standIns.tencentCloud.unitRegister.setState(queries === 2 ? '1' : 'Ok');
      return undefined;
    };
    const check = registry({ signal: downAtTheSecond }).check({ ...GROUP, legalRepresentative: '李娜' });
    expect(await failureOf(check)).toMatchObject({ failure: 'unavailable' });
    expect(askedAs()).toEqual(['ENT_2META', 'ENT_3META']);
  });

  it.each<[string, Partial<TencentCloudSettings>, string]>([
    ['key', { secretKey: 'demo-wrong' }, 'AuthFailure.SignatureFailure'],
    ['key id', { secretId: 'AKIDdemo-wrong' }, 'AuthFailure.SecretIdNotFound'],
  ])('because our %s is wrong is misconfigured', async (_what, changes, vendorCode) => {
    expect(await failureOf(registry(changes).check(GROUP))).toMatchObject({ failure: 'misconfigured', vendorCode });
  });

  it('because nothing is there is unavailable', async () => {
    expect(await failureOf(registry({ url: 'http://127.0.0.1:9' }).check(GROUP))).toMatchObject({
      failure: 'unavailable',
    });
  });
});
