import { endpoints, FACE_CONSENT_VERSION, IDENTITY_CONSENT_VERSION, idCardCheckCharacter } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { recordedBy } from '../support/audit-records';
import { expectError, outcomeOf } from '../support/expect-error';
import { askedOfVendor, readFaceResult, showFace, startFaceCheck, storedFaceCheck } from '../support/face-checking';
import { readIdentityState } from '../support/identity-checking';
import { storedAccount } from '../support/stored-state';
import { meet, nextPerson, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const somebody = () => meet(system(), 'sign-in');
const begun = () => askedOfVendor(system(), 'DetectAuth');
const account = (context: StoryContext) => storedAccount(system(), context);
const faceState = async (context: StoryContext) => (await readIdentityState(context)).face;

beforeEach(() => {
  system().standIns.requests.clear();
  system().standIns.tencentCloud.faceChecks.setState('Ok');
});

describe('beginning a check by face', () => {
  it('answers where to go and until when, and keeps both consents with their time', async () => {
    const context = await somebody();
    const at = system().clock.now();
    const check = await startFaceCheck(context);
    expect(check).toEqual({
      id: expect.any(String),
      state: 'open',
      failure: null,
      url: expect.stringMatching(/\/face\//),
      expiresAt: new Date(at.getTime() + 2 * HOUR_MS).toISOString(),
    });
    expect(await account(context)).toMatchObject({
      identityConsents: [{ version: IDENTITY_CONSENT_VERSION, at }],
      faceConsents: [{ version: FACE_CONSENT_VERSION, at }],
    });
  });

  it('repeated answers the same check and begins no other', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    expect(await startFaceCheck(context)).toEqual(check);
    expect((await faceState(context))?.check).toEqual(check);
    expect(begun()).toBe(1);
  });

  it('keeps who was asked about, the page and the token sealed', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    const stored = JSON.stringify(await storedFaceCheck(system(), check));
    for (const secret of [context.person.name, context.person.idNumber, check.url!]) {
      expect(stored).not.toContain(secret);
      expect(system().logText()).not.toContain(secret);
    }
  });

  it('with other data ends the one before, whose pass then proves nobody', async () => {
    const context = await somebody();
    const first = await startFaceCheck(context);
    const second = await startFaceCheck(context, { name: '王芳' });
    await showFace(first);
    expect(await readFaceResult(context, first)).toMatchObject({ state: 'closed', url: null });
    expect((await account(context)).identity).toBeNull();
    expect((await readFaceResult(context, second)).state).toBe('open');
  });

  it.each([[''], ['2020-01-01']])('asks for the consent to a face apart when it is %j', async (version) => {
    const context = await somebody();
    await expectError(() => startFaceCheck(context, { faceConsentVersion: version }), 'face_checks.consent_required');
    expect((await account(context)).faceConsents).toBeUndefined();
    expect(begun()).toBe(0);
  });

  it('asks for the consent to the ID number as well', async () => {
    const context = await somebody();
    await expectError(() => startFaceCheck(context, { consentVersion: '' }), 'identity.consent_required');
    expect(begun()).toBe(0);
  });

  const young = `11019920100101001${idCardCheckCharacter('11019920100101001')}`;
  it.each([
    ['who is under age', { idNumber: young }, 'identity.under_age'],
    ['a name that cannot be printed', { name: '张\u{2ebf0}' }, 'identity.name_unprintable'],
    ['a document for staff', { name: 'SMITH, JOHN', idNumber: 'USA110080010101' }, 'identity.staff_check_needed'],
    ['another number without its code', { phone: '19911112222' }, 'identity.phone_code_required'],
    ['a number with a code that was never sent', { phone: '19911112222', phoneCode: '123456' }, 'auth.code_expired'],
    ['a wrong check character', { idNumber: '110105194912310021' }, 'request.invalid'],
  ] as const)('refuses %s as the check by name and number does, and asks nobody', async (_what, change, code) => {
    const context = await somebody();
    await expectError(() => startFaceCheck(context, change), code);
    expect(begun()).toBe(0);
    expect((await account(context)).faceStarts).toBeUndefined();
  });

  it('refuses a wrong code, and takes the right one', async () => {
    const context = await somebody();
    const { phone } = nextPerson();
    await context.applicant.call(endpoints.identity.requestPhoneCode, { body: { phone } });
    const code = system().standIns.tencentCloud.sms(phone)[0]!.code!;
    const wrong = code === '000000' ? '000001' : '000000';
    await expectError(() => startFaceCheck(context, { phone, phoneCode: wrong }), 'auth.code_wrong');
    expect((await startFaceCheck(context, { phone, phoneCode: code })).state).toBe('open');
  });

  it('refuses who is verified already', async () => {
    const context = await meet(system(), 'sign-in', 'identity');
    await expectError(() => startFaceCheck(context), 'identity.already_verified');
    await expectError(() => startFaceCheck(context, nextPersonData()), 'identity.already_verified');
  });

  it('is possible three times a day by Beijing’s day, also when no try of the other check is left', async () => {
    const context = await somebody();
    const { name, idNumber } = context.person;
    const refused = { name: `${name[0]}不符`, idNumber, consentVersion: IDENTITY_CONSENT_VERSION };
    for (let index = 0; index < 3; index += 1) {
      await outcomeOf(context.applicant.call(endpoints.identity.verifyIdentity, { body: refused }));
      await showFace(await startFaceCheck(context), 2016);
      await readFaceResult(context, (await faceState(context))!.check!);
    }
    expect(await faceState(context)).toMatchObject({ startsLeft: 0, check: { state: 'failed' } });
    const refusal = await expectError(() => startFaceCheck(context), 'face_checks.too_many');
    expect(refusal.details).toEqual({ until: expect.stringMatching(/T16:00:00.000Z$/) });
    expect(begun()).toBe(3);
    system().clock.advance(DAY_MS);
    await takeSteps(context, 'sign-in');
    expect((await startFaceCheck(context)).state).toBe('open');
  });

  it.each(['UnauthorizedOperation.Arrears', 'InternalError', 'LimitExceeded'])(
    'counts nothing while the vendor answers %s',
    async (code) => {
      const context = await somebody();
      system().standIns.tencentCloud.faceChecks.setState(code);
      await expectError(() => startFaceCheck(context), 'identity.unavailable');
      expect(await faceState(context)).toEqual({ startsLeft: 3, check: null });
    },
  );
});

const nextPersonData = () => {
  const { name, idNumber } = nextPerson();
  return { name, idNumber };
};

describe('the result of a check by face', () => {
  it('is a pass: the person is verified, what was asked is gone, the holder of the number is told', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    await showFace(check);
    expect(await readFaceResult(context, check)).toEqual({ ...check, state: 'passed', url: null });
    expect((await account(context)).identity).toMatchObject({ verifiedBy: 'face', verifiedAt: system().clock.now() });
    expect((await storedFaceCheck(system(), check)).asked).toBeUndefined();
    const { name, idNumber, phone } = context.person;
    const own = await context.applicant.call(endpoints.identity.showOwn, {});
    expect(own).toEqual({ name, idNumber, phone, namePicture: null });
    const told = system()
      .standIns.tencentCloud.sms(phone)
      .map(({ templateId }) => templateId);
    expect(told).toContain('demo-identity-used');
  });

  it('is recorded in the audit log with the way in which the person was verified', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    await showFace(check);
    const [record] = await recordedBy(system(), () => readFaceResult(context, check));
    expect(record).toMatchObject({ action: 'faceChecks.readResult', notes: { verifiedBy: 'face', state: 'passed' } });
  });

  it('never brings a picture here', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    await showFace(check);
    await readFaceResult(context, check);
    const asked = system()
      .standIns.requests.list('tencent-cloud')
      .find(({ operation }) => operation === 'GetDetectInfoEnhanced');
    expect(asked?.body).toMatchObject({ InfoType: '1' });
  });

  it('is the same for ever, and the vendor is asked no more', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    await showFace(check, 1202);
    const first = await readFaceResult(context, check);
    expect(first).toMatchObject({ state: 'failed', failure: 'unclear' });
    const before = askedOfVendor(system(), 'GetDetectInfoEnhanced');
    system().standIns.tencentCloud.faceChecks.end(context.person.idNumber, { errCode: 0 });
    system().clock.advance(DAY_MS);
    await takeSteps(context, 'sign-in');
    expect(await readFaceResult(context, check)).toEqual(first);
    expect(askedOfVendor(system(), 'GetDetectInfoEnhanced')).toBe(before);
    expect((await account(context)).identity).toBeNull();
  });

  it.each([0, 2016])('asked for ten times at once is one (ErrCode %d)', async (errCode) => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    await showFace(check, errCode);
    const results = await Promise.all(Array.from({ length: 10 }, () => readFaceResult(context, check)));
    expect(new Set(results.map(({ state }) => state))).toEqual(new Set([errCode === 0 ? 'passed' : 'failed']));
    const { phone } = context.person;
    const told = system()
      .standIns.tencentCloud.sms(phone)
      .filter(({ templateId }) => templateId === 'demo-identity-used');
    expect(told).toHaveLength(errCode === 0 ? 1 : 0);
  });

  it.each([
    [1002, 'not-live'],
    [1203, 'unclear'],
    [2012, 'several-faces'],
    [2016, 'other-person'],
    [2006, 'mismatch'],
    [2005, 'no-photo'],
    [16, 'too-many'],
    [1008, 'interrupted'],
    [4711, 'interrupted'],
  ] as const)('ErrCode %d: nobody is verified, and %s is why', async (errCode, failure) => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    await showFace(check, errCode);
    expect(await readFaceResult(context, check)).toMatchObject({ state: 'failed', failure });
    expect((await account(context)).identity).toBeNull();
    expect(await faceState(context)).toMatchObject({ startsLeft: 2, check: { state: 'failed', failure } });
  });

  it('uses no start up when the vendor’s own fault ended it', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    await showFace(check, 1001);
    await Promise.all([readFaceResult(context, check), readFaceResult(context, check)]);
    expect(await faceState(context)).toMatchObject({ startsLeft: 3, check: { failure: 'provider' } });
  });

  it('is none while nothing was done: the page can be opened again', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    expect(await readFaceResult(context, check)).toEqual(check);
    await showFace(check);
    expect((await readFaceResult(context, check)).state).toBe('passed');
  });

  it('is expired after two hours without one, and a new check can be begun', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    system().clock.advance(2 * HOUR_MS);
    await takeSteps(context, 'sign-in');
    expect((await faceState(context))?.check).toMatchObject({ state: 'open', url: null });
    expect((await readFaceResult(context, check)).state).toBe('expired');
    expect((await startFaceCheck(context)).id).not.toBe(check.id);
  });

  it('of a pass in time counts when it is read late', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    await showFace(check);
    system().clock.advance(20 * HOUR_MS);
    await takeSteps(context, 'sign-in');
    expect((await readFaceResult(context, check)).state).toBe('passed');
  });

  it.each([
    ['an ID number', { idCard: '11010519491231002X' }],
    ['a name', { name: '李娜' }],
  ])('verifies nobody when %s came back that was not asked about', async (_what, altered) => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    system().standIns.tencentCloud.faceChecks.end(context.person.idNumber, { errCode: 0, ...altered });
    expect(await readFaceResult(context, check)).toMatchObject({ state: 'failed', failure: 'other-person' });
    expect((await account(context)).identity).toBeNull();
    expect(system().logText()).toContain('passed for somebody other');
    expect(system().logText()).not.toContain(context.person.idNumber);
  });

  it.each(['server-error', 'rate-limited', 'garbled'] as const)(
    'is asked for again later when the vendor answers %s',
    async (fault) => {
      const context = await somebody();
      const check = await startFaceCheck(context);
      await showFace(check);
      system().standIns.faults.set({ standIn: 'tencent-cloud', fault });
      await expectError(
        () => readFaceResult(context, check),
        'identity.unavailable',
        () => storedFaceCheck(system(), check),
      );
      system().standIns.faults.reset();
      expect((await readFaceResult(context, check)).state).toBe('passed');
    },
  );

  it('belongs to its account: nobody else finds it', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    await showFace(check);
    const stranger = await somebody();
    await expectError(
      () => readFaceResult(stranger, check),
      'face_checks.not_found',
      () => storedFaceCheck(system(), check),
    );
    expect((await account(stranger)).identity).toBeNull();
    await expectError(() => readFaceResult(stranger, { id: '0'.repeat(24) }), 'face_checks.not_found');
  });

  it('leads a person who is verified elsewhere to that account', async () => {
    const first = await meet(system(), 'sign-in', 'identity');
    const second = await somebody();
    const { name, idNumber } = first.person;
    const check = await startFaceCheck(second, { name, idNumber });
    await showFace(check);
    for (let index = 0; index < 2; index += 1) {
      const refusal = await expectError(() => readFaceResult(second, check), 'identity.known_elsewhere');
      expect(refusal.details).toEqual({ phone: expect.stringContaining('****') });
    }
    expect((await account(second)).identity).toBeNull();
  });

  it('is not needed by who was verified otherwise meanwhile', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    await takeSteps(context, 'identity');
    await showFace(check);
    expect((await readFaceResult(context, check)).state).toBe('closed');
    expect((await account(context)).identity).toMatchObject({ verifiedBy: 'provider' });
  });

  it('whose end was lost is a pass all the same', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    const open = await storedFaceCheck(system(), check);
    await showFace(check);
    await readFaceResult(context, check);
    // As if the process had died between the account and the check.
    await system().container().faceChecks.replaceOne({ _id: open._id }, open);
    expect((await readFaceResult(context, check)).state).toBe('passed');
  });
});

describe('what is kept of a check by face', () => {
  it('goes: what was asked three days after it could be done, the rest a month later', async () => {
    const context = await somebody();
    const check = await startFaceCheck(context);
    system().clock.advance(2 * HOUR_MS + 3 * DAY_MS);
    await system().settle();
    expect(await storedFaceCheck(system(), check)).toMatchObject({ state: 'expired' });
    expect((await storedFaceCheck(system(), check)).asked).toBeUndefined();
    system().clock.advance(30 * DAY_MS);
    await system().settle();
    expect(await storedFaceCheck(system(), check)).toBeNull();
  });
});

describe('the page that people come back to', () => {
  it('says no result, whatever its address says, and runs its own script only', async () => {
    const page = await fetch(`${system().origin}/api/identity/face-return?token=SOME-TOKEN`);
    expect(page.headers.get('content-type')).toContain('text/html');
    const html = await page.text();
    expect(html).not.toContain('SOME-TOKEN');
    expect(html).toMatch(/default-src 'none'.*script-src 'sha256-/);
  });
});

describe('without a configured flow', () => {
  it('nothing is offered, and nothing can be begun', async () => {
    await system().restartBff({ TENCENT_CLOUD_FACEID_RULE_ID: '' });
    const context = await somebody();
    expect(await faceState(context)).toBeNull();
    await expectError(() => startFaceCheck(context), 'face_checks.not_offered');
  });
});
