import { inspect } from 'node:util';
import { createManualScheduler, DEMO_FACE_RULE_ID, type StandIns, startStandIns } from '../../../../scripts/stand-ins';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import { PortError } from '../../ports/port-error';
import { createTencentFaceChecker, type TencentFaceSettings } from './face-checker';

const PERSON = { name: '张伟', idNumber: '11010519491231002X' };
const RETURN_URL = 'https://acceptance.example.cn/api/identity/face-return';
const SHORT_MS = 200;
const HOUR_MS = 3_600_000;

const credentials = sharedCredentials();
const clock = createManualScheduler(new Date('2026-12-01T02:00:00Z'));
let standIns: StandIns;

beforeAll(async () => {
  standIns = await startStandIns({ credentials, now: clock.now, scheduler: clock, signatureNow: () => new Date() });
});
afterAll(() => standIns.stop());
beforeEach(() => {
  standIns.faults.reset();
  standIns.requests.clear();
  standIns.tencentCloud.faceChecks.setState('Ok');
});

const checker = (changes: Partial<TencentFaceSettings> = {}) =>
  createTencentFaceChecker({
    url: standIns.tencentCloud.url,
    secretId: credentials.tencentCloud.secretId,
    secretKey: credentials.tencentCloud.secretKey,
    region: credentials.tencentCloud.region,
    ruleId: DEMO_FACE_RULE_ID,
    returnUrl: RETURN_URL,
    ...changes,
  });

/** The answer, or failure and vendorCode of the PortError, which shows nothing of the person. */
async function outcomeOf(promise: Promise<object>): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    const shown = inspect(error, { depth: 8 });
    for (const personal of Object.values(PERSON)) expect(shown).not.toContain(personal);
    return `${error.failure}: ${error.vendorCode}`;
  }
}

describe('beginning a check', () => {
  it('answers token, page and two hours, and asks with a signed request that names the way back', async () => {
    const started = await checker().start({ ...PERSON, idNumber: PERSON.idNumber.toLowerCase() });
    expect(started).toEqual({
      bizToken: standIns.tencentCloud.faceChecks.tokenOf(PERSON.idNumber),
      url: `${standIns.tencentCloud.url}/face/${started.bizToken}`,
      livesSeconds: 7200,
    });
    expect(standIns.requests.list('tencent-cloud')[0]).toMatchObject({
      operation: 'DetectAuth',
      signatureOk: true,
      body: { RuleId: DEMO_FACE_RULE_ID, RedirectUrl: RETURN_URL },
    });
  });

  it.each([
    ['UnauthorizedOperation.Arrears', 'misconfigured'],
    ['UnauthorizedOperation.Nonactivated', 'misconfigured'],
    ['InvalidParameterValue.RuleIdDisabled', 'misconfigured'],
    ['OperationDenied', 'misconfigured'],
    ['InvalidParameterValue', 'rejected'],
    ['LimitExceeded', 'rate-limited'],
    ['InternalError', 'unavailable'],
    ['FailedOperation.UnKnown', 'unavailable'],
  ])('%s is %s', async (code, failure) => {
    standIns.tencentCloud.faceChecks.setState(code);
    expect(await outcomeOf(checker().start(PERSON))).toBe(`${failure}: ${code}`);
  });

  it('with a flow that the account does not have is misconfigured', async () => {
    expect(await outcomeOf(checker({ ruleId: 'other' }).start(PERSON))).toBe(
      'misconfigured: InvalidParameterValue.RuleIdNotExist',
    );
  });
});

describe('the result', () => {
  it('is not there before anything was done', async () => {
    const { bizToken } = await checker().start(PERSON);
    expect(await checker().readResult(bizToken)).toEqual({ outcome: 'not-done' });
  });

  it('is a pass, and text is all that is asked for', async () => {
    const { bizToken } = await checker().start(PERSON);
    const target = standIns.tencentCloud.faceChecks.finish(bizToken, 0);
    expect(target).toBe(`${RETURN_URL}?token=${bizToken}`);
    expect(await checker().readResult(bizToken)).toEqual({ outcome: 'passed', ...PERSON });
    expect(standIns.requests.list('tencent-cloud')[0]?.body).toMatchObject({ InfoType: '1' });
  });

  it('is a failure, repeated as often as it is asked for', async () => {
    const { bizToken } = await checker().start(PERSON);
    standIns.tencentCloud.faceChecks.finish(bizToken, 2016);
    const answers = [await checker().readResult(bizToken), await checker().readResult(bizToken)];
    expect(answers).toEqual(Array(2).fill({ outcome: 'failed', failure: 'other-person' }));
  });

  it('cannot be made after two hours, and is kept for three days', async () => {
    const { bizToken } = await checker().start(PERSON);
    clock.advance(2 * HOUR_MS);
    expect(standIns.tencentCloud.faceChecks.finish(bizToken, 0)).toBeUndefined();
    expect(await checker().readResult(bizToken)).toEqual({ outcome: 'not-done' });
    clock.advance(70 * HOUR_MS);
    expect(await checker().readResult(bizToken)).toEqual({ outcome: 'expired' });
  });

  it('of a token that the vendor does not know is expired', async () => {
    expect(await checker().readResult('CE661F1A-0F1E-45BD-BE13-34C05CEA7681')).toEqual({ outcome: 'expired' });
  });

  it.each([
    ['server-error', 'unavailable: HTTP 500'],
    ['garbled', 'unavailable: NO-USABLE-ANSWER'],
    ['rate-limited', 'rate-limited: RequestLimitExceeded'],
    ['timeout', 'unavailable: NO-USABLE-ANSWER'],
  ] as const)('%s: %s', async (fault, expected) => {
    const { bizToken } = await checker().start(PERSON);
    standIns.faults.set({ standIn: 'tencent-cloud', fault });
    const impatient = checker({ timeoutMs: fault === 'timeout' ? SHORT_MS : undefined });
    expect(await outcomeOf(impatient.readResult(bizToken))).toBe(expected);
  });

  it('with a wrong key is misconfigured', async () => {
    expect(await outcomeOf(checker({ secretKey: 'demo-wrong' }).readResult('x'))).toBe(
      'misconfigured: AuthFailure.SignatureFailure',
    );
  });
});

describe('the page that stands in for the vendor’s', () => {
  it('asks how it is to end and leads back, once', async () => {
    const { url, bizToken } = await checker().start({ ...PERSON, name: '张<b>' });
    const page = await (await fetch(url)).text();
    expect(page).toContain('张&lt;b&gt;');
    const answer = await fetch(url, { method: 'POST', body: 'errCode=1202', redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${RETURN_URL}?token=${bizToken}`]);
    expect(await checker().readResult(bizToken)).toEqual({ outcome: 'failed', failure: 'unclear' });
    expect(await (await fetch(url)).text()).toContain('已经结束');
    await fetch(url, { method: 'POST', body: 'errCode=0', redirect: 'manual' });
    expect(await checker().readResult(bizToken)).toEqual({ outcome: 'failed', failure: 'unclear' });
  });
});
