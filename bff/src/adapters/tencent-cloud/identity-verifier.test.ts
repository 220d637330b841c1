import { inspect } from 'node:util';
import { type StandIns, startStandIns } from '../../../../scripts/stand-ins';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import { PortError } from '../../ports/port-error';
import { createTencentIdentityVerifier, type TencentIdentitySettings } from './identity-verifier';

/** The person of GB 11643's own example. */
const PERSON = { name: '张伟', idNumber: '11010519491231002X', phone: '13800138000' };
const SHORT_MS = 200;

const credentials = sharedCredentials();
let standIns: StandIns;

beforeAll(async () => {
  standIns = await startStandIns({ credentials });
});
afterAll(() => standIns.stop());
beforeEach(() => {
  standIns.faults.reset();
  standIns.requests.clear();
  standIns.tencentCloud.setIdentityAnswer(PERSON.idNumber, {});
});

const verifier = (changes: Partial<TencentIdentitySettings> = {}) =>
  createTencentIdentityVerifier({
    url: standIns.tencentCloud.url,
    secretId: credentials.tencentCloud.secretId,
    secretKey: credentials.tencentCloud.secretKey,
    region: credentials.tencentCloud.region,
    ...changes,
  });

/** The answer, or failure and vendorCode of the PortError. */
async function outcomeOf(promise: Promise<string>): Promise<string> {
  try {
    return await promise;
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    const shown = inspect(error, { depth: 8 });
    for (const personal of Object.values(PERSON)) expect(shown).not.toContain(personal);
    return `${error.failure}: ${error.vendorCode}`;
  }
}

describe('three factors', () => {
  it.each([
    ['0', 'match'],
    ['-4', 'mismatch'],
    ['-6', 'mismatch'],
    ['-7', 'mismatch'],
    ['-8', 'mismatch'],
    ['-9', 'no-record'],
    ['-11', 'unavailable: PhoneVerification -11'],
    ['-12', 'rate-limited: PhoneVerification -12'],
    ['-13', 'no-record'],
  ])('Result %s is %s', async (phoneVerification, expected) => {
    standIns.tencentCloud.setIdentityAnswer(PERSON.idNumber, { phoneVerification });
    expect(await outcomeOf(verifier().verify(PERSON))).toBe(expected);
    expect(standIns.requests.list('tencent-cloud')[0]).toMatchObject({
      operation: 'PhoneVerification',
      signatureOk: true,
      body: { VerifyMode: '0' },
    });
  });

  it('takes a small x at the end of the number', async () => {
    expect(await verifier().verify({ ...PERSON, idNumber: PERSON.idNumber.toLowerCase() })).toBe('match');
  });
});

describe('two factors', () => {
  it.each([
    ['0', 'match'],
    ['-1', 'mismatch'],
    ['-2', 'mismatch'],
    ['-3', 'mismatch'],
    ['-4', 'unavailable: IdCardVerification -4'],
    ['-5', 'no-record'],
    ['-6', 'unavailable: IdCardVerification -6'],
    ['-7', 'rate-limited: IdCardVerification -7'],
  ])('Result %s is %s', async (idCardVerification, expected) => {
    standIns.tencentCloud.setIdentityAnswer(PERSON.idNumber, { idCardVerification });
    expect(await outcomeOf(verifier({ factors: 2 }).verify(PERSON))).toBe(expected);
    const [request] = standIns.requests.list('tencent-cloud');
    expect(request?.operation).toBe('IdCardVerification');
    expect(Object.keys(request?.body ?? {})).toEqual(['IdCard', 'Name']);
  });
});

describe('no answer', () => {
  it.each([
    ['server-error', 'unavailable: HTTP 500'],
    ['garbled', 'unavailable: NO-USABLE-ANSWER'],
    ['rate-limited', 'rate-limited: RequestLimitExceeded'],
    ['timeout', 'unavailable: NO-USABLE-ANSWER'],
  ] as const)('because of %s is %s', async (fault, expected) => {
    standIns.faults.set({ standIn: 'tencent-cloud', fault });
    const impatient = verifier({ timeoutMs: fault === 'timeout' ? SHORT_MS : undefined });
    expect(await outcomeOf(impatient.verify(PERSON))).toBe(expected);
  });

  it('because our key is wrong is misconfigured', async () => {
    expect(await outcomeOf(verifier({ secretKey: 'demo-wrong' }).verify(PERSON))).toBe(
      'misconfigured: AuthFailure.SignatureFailure',
    );
  });
});
