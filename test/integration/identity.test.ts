import { endpoints, IDENTITY_CONSENT_VERSION, idCardCheckCharacter, maskIdNumber } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { storedAccount } from '../support/stored-state';
import { meet, nextPerson, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const DAY_MS = 24 * 3_600_000;

const consentVersion = IDENTITY_CONSENT_VERSION;
const verify = (
  context: StoryContext,
  change: Partial<{ name: string; idNumber: string; phone: string; consentVersion: string }> = {},
) => {
  const { name, idNumber, phone } = context.person;
  const body = { name, idNumber, phone, consentVersion, ...change };
  return context.applicant.call(endpoints.identity.verifyIdentity, { body });
};
const asked = (): number =>
  system()
    .standIns.requests.list()
    .filter(({ operation }) => operation === 'PhoneVerification' || operation === 'IdCardVerification').length;
/** All but the consent, which is kept whatever becomes of the check. */
const accountOf = (context: StoryContext) => async () => {
  const { identityConsents, ...account } = await storedAccount(system(), context);
  return account;
};
const readState = ({ applicant }: StoryContext) => applicant.call(endpoints.identity.readState, {});

describe('the real-name check', () => {
  it('passes, and the account shows name and number masked', async () => {
    const context = await meet(system(), 'sign-in');
    const account = await verify(context);
    expect(account.identity).toMatchObject({ verifiedAt: system().clock.now().toISOString() });
    const shown = JSON.stringify(account);
    expect(shown).not.toContain(context.person.name);
    expect(shown).not.toContain(context.person.idNumber);
  });

  it('stores the person encrypted', async () => {
    const context = await meet(system(), 'sign-in', 'identity');
    const stored = JSON.stringify(await storedAccount(system(), context));
    for (const secret of [context.person.name, context.person.idNumber, context.person.phone]) {
      expect(stored).not.toContain(secret);
    }
  });

  it('is made with the number that signs in when none is told', async () => {
    const context = await meet(system(), 'sign-in');
    const { name, idNumber, phone } = context.person;
    await context.applicant.call(endpoints.identity.verifyIdentity, { body: { name, idNumber, consentVersion } });
    expect(await context.applicant.call(endpoints.identity.showOwn, {})).toEqual({
      name,
      idNumber,
      phone,
      namePicture: null,
    });
  });

  it('repeated after success answers the same and asks nobody', async () => {
    const context = await meet(system(), 'sign-in');
    const first = await verify(context);
    const before = asked();
    expect(await verify(context)).toEqual(first);
    expect(asked()).toBe(before);
  });

  it('takes a small x at the end of the number for the same person', async () => {
    const context = await meet(system(), 'sign-in');
    const first17 = '11010519491231002';
    const first = await verify(context, { idNumber: `${first17}X` });
    expect(await verify(context, { idNumber: `${first17}x` })).toEqual(first);
  });

  it('refuses another person’s number once somebody is verified', async () => {
    const context = await meet(system(), 'sign-in', 'identity');
    const { idNumber } = nextPerson();
    await expectError(() => verify(context, { idNumber }), 'identity.already_verified', accountOf(context));
  });

  it('finds a wrong check character itself and shows it beside the number', async () => {
    const context = await meet(system(), 'sign-in');
    const before = asked();
    const refusal = await expectError(() => verify(context, { idNumber: '110105194912310021' }), 'request.invalid');
    expect(refusal.fields).toEqual([{ path: 'idNumber', message: expect.any(String) }]);
    expect(asked()).toBe(before);
  });

  it('refuses who is not yet eighteen without asking', async () => {
    const context = await meet(system(), 'sign-in');
    const before = asked();
    const idNumberOf = (birthday: string) => {
      const first17 = `110199${birthday}001`;
      return `${first17}${idCardCheckCharacter(first17)}`;
    };
    const refusal = await expectError(
      () => verify(context, { idNumber: idNumberOf('20081124') }),
      'identity.under_age',
      accountOf(context),
    );
    expect(refusal.fields).toMatchObject([{ path: 'idNumber' }]);
    expect(asked()).toBe(before);
    expect((await verify(context, { idNumber: idNumberOf('20081123') })).identity).not.toBeNull();
  });

  it('refuses a name that the contract cannot print, naming the character', async () => {
    const context = await meet(system(), 'sign-in');
    const before = asked();
    const refusal = await expectError(
      () => verify(context, { name: '张\u{2ebf0}' }),
      'identity.name_unprintable',
      accountOf(context),
    );
    expect(refusal.details).toEqual({ characters: '\u{2ebf0}' });
    expect(asked()).toBe(before);
  });

  it.each([
    ['of before 2023', 'USA110080010101'],
    ['of since then', `91184019800101001${idCardCheckCharacter('91184019800101001')}`],
  ])(
    'leads a foreigner with a permanent residence card %s to the staff, and counts no try',
    async (_card, idNumber) => {
      const context = await meet(system(), 'sign-in');
      const before = asked();
      const refusal = await expectError(
        () => verify(context, { name: 'SMITH, JOHN', idNumber }),
        'identity.staff_check_needed',
        accountOf(context),
      );
      expect(refusal.next).toContain('人工核验');
      expect(asked()).toBe(before);
    },
  );

  it('asks the provider about the residence permit of somebody from Hong Kong', async () => {
    const context = await meet(system(), 'sign-in');
    const first17 = '81000019900101001';
    const account = await verify(context, { idNumber: `${first17}${idCardCheckCharacter(first17)}` });
    expect(account.identity?.idNumberMasked).toMatch(/^8100/);
  });

  it('takes the characters that are meant for those that look like them, and a number in groups', async () => {
    const context = await meet(system(), 'sign-in');
    const { idNumber } = context.person;
    const typed = { name: ' \u2ee2•\u2f45 ', idNumber: idNumber.replace(/(.{6})/g, '$1 ') };
    const account = await verify(context, typed);
    expect(account.identity).toMatchObject({ nameMasked: '**方', idNumberMasked: maskIdNumber(idNumber) });
    expect(await verify(context, { name: '马·方', idNumber })).toEqual(account);
  });

  it('finds a name in letters wrong beside a resident’s number', async () => {
    const context = await meet(system(), 'sign-in');
    const refusal = await expectError(() => verify(context, { name: 'John' }), 'request.invalid', accountOf(context));
    expect(refusal.fields).toEqual([{ path: 'name', message: '居民身份证上的姓名是汉字，请按证件填写' }]);
  });

  it.each([
    ['does not match', '张不符', 'identity.mismatch'],
    ['is not on record', '张查无', 'identity.no_record'],
  ] as const)('counts a person who %s', async (_title, name, code) => {
    const context = await meet(system(), 'sign-in');
    const refusal = await expectError(() => verify(context, { name }), code);
    expect(refusal.details).toEqual({ triesLeft: 2 });
    expect((await storedAccount(system(), context)).identityFailures).toEqual({ day: '2026-11-23', count: 1 });
  });

  it.each(['server-error', 'rate-limited', 'garbled'] as const)(
    'counts nothing when the provider answers %s',
    async (fault) => {
      const context = await meet(system(), 'sign-in');
      system().standIns.faults.set({ standIn: 'tencent-cloud', fault });
      const failures = async () => (await storedAccount(system(), context)).identityFailures.count;
      await expectError(() => verify(context), 'identity.unavailable', failures);
      system().standIns.faults.reset();
      expect((await verify(context)).identity).not.toBeNull();
    },
  );

  it('asks at most three times a day, also for ten checks at the same time', async () => {
    const context = await meet(system(), 'sign-in');
    const before = asked();
    const checks = Array.from({ length: 10 }, () => outcomeOf(verify(context, { name: '张不符' })));
    expect(countOutcomes(await Promise.all(checks))).toEqual({
      'identity.mismatch': 3,
      'identity.too_many_attempts': 7,
    });
    expect(asked() - before).toBe(3);
  });

  it('is refused after three failures a day until Beijing’s midnight, also with the right name, and possible from then on', async () => {
    const context = await meet(system(), 'sign-in');
    for (const triesLeft of [2, 1, 0]) {
      const refusal = await expectError(() => verify(context, { name: '张不符' }), 'identity.mismatch');
      expect(refusal.details).toEqual({ triesLeft });
      expect((await readState(context)).triesLeft).toBe(triesLeft);
    }
    const before = asked();
    const refusal = await expectError(() => verify(context), 'identity.too_many_attempts', accountOf(context));
    const until = '2026-11-23T16:00:00.000Z';
    expect(refusal.details).toEqual({ until });
    expect(await readState(context)).toMatchObject({ triesLeft: 0, blockedUntil: until });
    expect(asked()).toBe(before);
    system().clock.advance(Date.parse(until) - system().clock.now().getTime());
    await takeSteps(context, 'sign-in');
    expect(await readState(context)).toMatchObject({ triesLeft: 3, blockedUntil: null });
    expect((await verify(context)).identity).not.toBeNull();
  });
});

describe('the consent to process an ID number', () => {
  it.each([[''], ['2020-01-01']])('is asked for before anything else when it is %j', async (version) => {
    const context = await meet(system(), 'sign-in');
    const before = asked();
    await expectError(
      () => verify(context, { consentVersion: version }),
      'identity.consent_required',
      () => storedAccount(system(), context),
    );
    expect(asked()).toBe(before);
  });

  it('is asked for when it is left out', async () => {
    const context = await meet(system(), 'sign-in');
    const { name, idNumber } = context.person;
    await expectError(
      () => context.applicant.call(endpoints.identity.verifyIdentity, { body: { name, idNumber } }),
      'identity.consent_required',
    );
  });

  it('is stored once with its text’s version and time, also when the check is refused', async () => {
    const context = await meet(system(), 'sign-in');
    const at = system().clock.now();
    await expectError(() => verify(context, { name: '张不符' }), 'identity.mismatch');
    system().clock.advance(60_000);
    await verify(context);
    expect((await storedAccount(system(), context)).identityConsents).toEqual([{ version: consentVersion, at }]);
  });
});

describe('what is typed for the check', () => {
  const typed = { name: '张', idNumber: '110105194', phone: '199' };
  const save = ({ applicant }: StoryContext, body: object) => applicant.call(endpoints.identity.saveDraft, { body });

  it('is there again when the program was killed, sealed meanwhile', async () => {
    const context = await meet(system(), 'sign-in');
    expect(await readState(context)).toEqual({
      phoneMasked: `${context.person.phone.slice(0, 3)}****${context.person.phone.slice(-4)}`,
      triesLeft: 3,
      blockedUntil: null,
      check: null,
      face: { startsLeft: 3, check: null },
      draft: null,
    });
    await save(context, typed);
    await save(context, { ...typed, name: '张伟' });
    expect((await readState(context)).draft).toEqual({ ...typed, name: '张伟' });
    expect(JSON.stringify(await storedAccount(system(), context))).not.toContain(typed.idNumber);
  });

  it('goes when it is emptied', async () => {
    const context = await meet(system(), 'sign-in');
    await save(context, typed);
    await save(context, { name: '', idNumber: '' });
    expect((await storedAccount(system(), context)).identityDraft).toBeUndefined();
  });

  it('goes when the person is verified, and a late save does not bring it back', async () => {
    const context = await meet(system(), 'sign-in');
    await save(context, typed);
    await verify(context);
    expect((await readState(context)).draft).toBeNull();
    await expectError(() => save(context, typed), 'identity.already_verified', accountOf(context));
  });

  it('goes after seven days', async () => {
    const context = await meet(system(), 'sign-in');
    await save(context, typed);
    const draft = async () => (await storedAccount(system(), context)).identityDraft;
    system().clock.advance(6 * DAY_MS);
    await system().settle();
    expect(await draft()).toBeDefined();
    system().clock.advance(DAY_MS);
    await system().settle();
    expect(await draft()).toBeUndefined();
  });

  it('is no larger than a name and numbers can be', async () => {
    const context = await meet(system(), 'sign-in');
    await expectError(() => save(context, { name: '张'.repeat(81) }), 'request.invalid');
  });
});

describe('an identity is possession, not knowledge', () => {
  const onPhone = (context: StoryContext, phone: string, phoneCode?: string) =>
    context.applicant.call(endpoints.identity.verifyIdentity, {
      body: {
        name: context.person.name,
        idNumber: context.person.idNumber,
        phone,
        consentVersion,
        ...(phoneCode && { phoneCode }),
      },
    });

  it('who knows a name, a number and a phone does not pass as their owner', async () => {
    const { person: victim } = await meet(system(), 'sign-in');
    const stranger = await meet(system(), 'sign-in');
    const before = asked();
    const refusal = await expectError(
      () => verify(stranger, victim),
      'identity.phone_code_required',
      accountOf(stranger),
    );
    expect(refusal.fields).toMatchObject([{ path: 'phone' }]);
    const guess = { ...victim, phoneCode: '123456' };
    const { name, idNumber, phone, phoneCode } = guess;
    await expectError(
      () =>
        stranger.applicant.call(endpoints.identity.verifyIdentity, {
          body: { name, idNumber, phone, phoneCode, consentVersion },
        }),
      'auth.code_expired',
    );
    expect(asked()).toBe(before);
  });

  it('another number of one’s own is proved by a code that goes to it, and told', async () => {
    const context = await meet(system(), 'sign-in');
    const { phone } = nextPerson();
    await context.applicant.call(endpoints.identity.requestPhoneCode, { body: { phone } });
    const code = system().standIns.tencentCloud.sms(phone)[0]!.code!;
    await expectError(() => onPhone(context, phone, code === '000000' ? '000001' : '000000'), 'auth.code_wrong');
    expect((await onPhone(context, phone, code)).identity).not.toBeNull();
    const told = system()
      .standIns.tencentCloud.sms(phone)
      .map(({ templateId }) => templateId);
    expect(told).toContain('demo-identity-used');
  });

  it('a code for signing in does not prove it', async () => {
    const context = await meet(system(), 'sign-in');
    const { phone } = nextPerson();
    await context.applicant.call(endpoints.auth.requestSmsCode, { body: { phone } });
    const code = system().standIns.tencentCloud.sms(phone)[0]!.code!;
    await expectError(() => onPhone(context, phone, code), 'auth.code_expired');
  });

  it('is not verified a second time for another account: the person is led to the one they have', async () => {
    const first = await meet(system(), 'sign-in', 'identity');
    const second = await meet(system(), 'sign-in');
    const { name, idNumber } = first.person;
    const refusal = await expectError(() => verify(second, { name, idNumber }), 'identity.known_elsewhere');
    expect((await storedAccount(system(), second)).identity).toBeNull();
    expect(refusal.details).toEqual({ phone: expect.stringContaining('****') });
  });

  it('is verified for at most one of two accounts that try at the same moment', async () => {
    const { name, idNumber } = nextPerson();
    const both = [await meet(system(), 'sign-in'), await meet(system(), 'sign-in')];
    await Promise.all(both.map((context) => outcomeOf(verify(context, { name, idNumber }))));
    const accounts = await Promise.all(both.map((context) => storedAccount(system(), context)));
    expect(accounts.filter(({ identity }) => identity).length).toBeLessThanOrEqual(1);
  });
});
