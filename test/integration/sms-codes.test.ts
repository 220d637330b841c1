import { endpoints, TERMS_VERSION } from '@acceptance/shared';
import { consumeSmsCode } from '../../bff/src/modules/auth/consume-code';
import { requestSmsCode } from '../../bff/src/modules/auth/request-sms-code';
import type { StoryPerson } from '../../scripts/story/people';
import { SMS_BUDGET } from '../../shared/src/endpoints/sms-budget';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { newDeviceId } from '../support/password-people';
import { type PictureAnswer, readPicture } from '../support/read-picture';
import { meet, newClient, newestSms, nextPerson } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const SECOND = 1000;

const ask = ({ phone }: StoryPerson, wish: { deviceId?: string; picture?: PictureAnswer } = {}) =>
  newClient(system()).call(endpoints.auth.requestSmsCode, { body: { phone, ...wish } });
const signIn = ({ phone }: StoryPerson, code: string, acceptedTermsVersion: string = TERMS_VERSION) =>
  newClient(system()).call(endpoints.auth.signInWithSmsCode, { body: { phone, code, acceptedTermsVersion } });

/** Asks for a code and answers the one that arrived. */
async function receiveCode(person: StoryPerson): Promise<string> {
  await ask(person);
  return newestSms(system(), person)!.code!;
}

const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const arrived = ({ phone }: StoryPerson): number => system().standIns.tencentCloud.sms(phone).length;

describe('a sign-in code', () => {
  it('signs in once and not again', async () => {
    const person = nextPerson();
    const code = await receiveCode(person);
    expect((await signIn(person, code)).account.phoneMasked).toContain('****');
    await expectError(() => signIn(person, code), 'auth.code_expired');
  });

  it('is good for exactly one of five sign-ins at the same time', async () => {
    const person = nextPerson();
    const code = await receiveCode(person);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(signIn(person, code))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'auth.code_expired': 4 });
  });

  it('entered wrongly counts the remaining tries down, and then even the right one is refused', async () => {
    const person = nextPerson();
    const code = await receiveCode(person);
    for (const remaining of [4, 3, 2, 1]) {
      const refusal = await expectError(() => signIn(person, wrong(code)), 'auth.code_wrong');
      expect(refusal.details).toEqual({ remaining });
    }
    await expectError(() => signIn(person, wrong(code)), 'auth.code_too_many_tries');
    await expectError(() => signIn(person, code), 'auth.code_too_many_tries');
  });

  it('is compared with at most five of fifty guesses that come at the same time', async () => {
    const person = nextPerson();
    const code = await receiveCode(person);
    const guesses = Array.from({ length: 50 }, () => outcomeOf(signIn(person, wrong(code))));
    // The fifth wrong try already answers that there are no more.
    expect(countOutcomes(await Promise.all(guesses))).toEqual({
      'auth.code_wrong': 4,
      'auth.code_too_many_tries': 46,
    });
    await expectError(() => signIn(person, code), 'auth.code_too_many_tries');
  });

  it('after too many tries is replaced by asking for a new one', async () => {
    const person = nextPerson();
    const code = await receiveCode(person);
    await Promise.all(Array.from({ length: 5 }, () => outcomeOf(signIn(person, wrong(code)))));
    system().clock.advance(60 * SECOND);
    expect((await signIn(person, await receiveCode(person))).accessToken).toMatch(/\./);
  });

  it('expires after five minutes', async () => {
    const person = nextPerson();
    const code = await receiveCode(person);
    system().clock.advance(300 * SECOND);
    await expectError(() => signIn(person, code), 'auth.code_expired');
  });

  it('is good until the last second', async () => {
    const person = nextPerson();
    const code = await receiveCode(person);
    system().clock.advance(299 * SECOND);
    expect((await signIn(person, code)).account.identity).toBeNull();
  });

  it('is superseded by a new one', async () => {
    const person = nextPerson();
    const first = await receiveCode(person);
    system().clock.advance(60 * SECOND);
    const second = await receiveCode(person);
    // One time in a million both are the same, and then there is nothing to refuse.
    expect(await outcomeOf(signIn(person, first))).toBe(first === second ? 'ok' : 'auth.code_wrong');
    expect(await outcomeOf(signIn(person, second))).toBe(first === second ? 'auth.code_expired' : 'ok');
  });

  it('keeps its leading zeros', async () => {
    const person = nextPerson();
    const dependencies = { ...system().container(), randomInt: () => 42 };
    await requestSmsCode(dependencies, { phone: person.phone, now: system().clock.now() });
    expect(newestSms(system(), person)).toMatchObject({ code: '000042' });
    await expectError(() => signIn(person, '42'), 'request.invalid');
    expect((await signIn(person, '000042')).accessToken).toMatch(/\./);
  });

  it('is not used up by a sign-in that accepts outdated terms', async () => {
    const person = nextPerson();
    const code = await receiveCode(person);
    await expectError(() => signIn(person, code, '2020-01'), 'auth.terms_outdated');
    expect((await signIn(person, code)).accessToken).toMatch(/\./);
  });

  it('of one number does not sign in another', async () => {
    const person = nextPerson();
    const code = await receiveCode(person);
    await expectError(() => signIn(nextPerson(), code), 'auth.code_expired');
  });

  it('is not stored in clear, nor is the number', async () => {
    const person = nextPerson();
    const code = await receiveCode(person);
    const stored = JSON.stringify(await system().container().smsCodes.find().lean());
    expect(stored).not.toContain(`"${code}"`);
    expect(stored).not.toContain(person.phone);
  });
});

describe('asking for a code', () => {
  it('is refused within a minute, with the seconds that are left', async () => {
    const person = nextPerson();
    await ask(person);
    system().clock.advance(20 * SECOND);
    const refusal = await expectError(() => ask(person), 'auth.code_too_soon');
    expect(refusal.details).toEqual({ seconds: 40 });
    expect(arrived(person)).toBe(1);
  });

  it('ten times at once sends one message', async () => {
    const person = nextPerson();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(ask(person))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'auth.code_too_soon': 9 });
    expect(arrived(person)).toBe(1);
  });

  it('is refused for an address that has had its budget of the day, by every door, and nothing is sent', async () => {
    const { connection } = system().container();
    await newClient(system()).call(endpoints.auth.requestSmsCode, { body: { phone: nextPerson().phone } });
    const counts = connection.collection<{ _id: string; count: number }>('rate_counts');
    const used = await counts.updateOne({ _id: /^sms-codes\|/ }, { $set: { count: SMS_BUDGET.limit } });
    expect(used.modifiedCount).toBe(1);
    const { phone } = nextPerson();
    const refused = [
      () => newClient(system()).call(endpoints.auth.requestSmsCode, { body: { phone } }),
      () => newClient(system()).call(endpoints.phoneChanges.requestNumberCode, { body: { newPhone: phone } }),
    ];
    for (const request of refused) {
      await expectError(request, 'auth.code_daily_limit');
    }
    expect(system().standIns.tencentCloud.sms(phone)).toEqual([]);
    system().clock.advance(24 * 3_600_000);
    await newClient(system()).call(endpoints.auth.requestSmsCode, { body: { phone } });
  });

  it('is refused when the counting fails: the limits fail closed', async () => {
    const { phone } = nextPerson();
    const { rateCounter } = system().container();
    const failing = jest.spyOn(rateCounter, 'count').mockRejectedValue(new Error('the database is away'));
    await expectError(
      () => newClient(system()).call(endpoints.auth.requestSmsCode, { body: { phone } }),
      'server.unexpected',
    );
    failing.mockRestore();
    expect(system().standIns.tencentCloud.sms(phone)).toEqual([]);
  });

  it('gains nothing from a clock that is moved back: used codes stay used, limits stay limits', async () => {
    const dependencies = system().container();
    const { phone } = nextPerson();
    const now = system().clock.now();
    await requestSmsCode(dependencies, { phone, now });
    const code = system().standIns.tencentCloud.sms(phone)[0]!.code!;
    await consumeSmsCode(dependencies, { phone, code, purpose: 'sign-in', now });
    const anHourAgo = new Date(now.getTime() - 3_600_000);
    const again = () => consumeSmsCode(dependencies, { phone, code, purpose: 'sign-in', now: anHourAgo });
    await expectError(again, 'auth.code_expired');
    await expectError(() => requestSmsCode(dependencies, { phone, now: anHourAgo }), 'auth.code_too_soon');
  });

  it('is refused after ten times a day and possible again on the next Beijing day', async () => {
    const person = nextPerson();
    for (let sent = 0; sent < 10; sent += 1) {
      await ask(person, { picture: sent < 5 ? undefined : await readPicture(system()) });
      system().clock.advance(61 * SECOND);
    }
    await expectError(() => ask(person), 'auth.code_daily_limit');
    expect(arrived(person)).toBe(10);
    system().clock.advance(24 * 3600 * SECOND);
    expect((await ask(person)).expiresInSeconds).toBe(300);
  });

  it('by somebody unknown asks for a picture after the first few, and takes each picture once', async () => {
    const person = nextPerson();
    for (let sent = 0; sent < 5; sent += 1) {
      await ask(person, { deviceId: newDeviceId() });
    }
    const deviceId = newDeviceId();
    await expectError(() => ask(person, { deviceId }), 'auth.picture_required');
    const picture = await readPicture(system());
    await expectError(
      () => ask(person, { deviceId, picture: { ...picture, pictureAnswer: '????' } }),
      'auth.picture_wrong',
    );
    await expectError(() => ask(person, { deviceId, picture }), 'auth.picture_wrong');
    await ask(person, { deviceId, picture: await readPicture(system()) });
    expect(arrived(person)).toBe(6);
  });

  it('by strangers, however many, shuts no owner out, voids no code of theirs and kills none by guessing', async () => {
    const { person } = await meet(system());
    const own = newDeviceId();
    const signInOn = (deviceId: string, code: string) =>
      newClient(system()).call(endpoints.auth.signInWithSmsCode, {
        body: { phone: person.phone, code, acceptedTermsVersion: TERMS_VERSION, deviceId },
      });
    await ask(person, { deviceId: own });
    await signInOn(own, newestSms(system(), person)!.code!);

    system().clock.advance(61 * SECOND);
    await ask(person, { deviceId: own });
    const code = newestSms(system(), person)!.code!;
    for (let sent = 0; sent < 30; sent += 1) {
      await system().forgetRateLimits();
      const picture = await readPicture(system());
      await outcomeOf(ask(person, { deviceId: newDeviceId(), picture }));
      await outcomeOf(
        newClient(system()).call(endpoints.phoneChanges.requestNumberCode, {
          body: { newPhone: person.phone, picture },
        }),
      );
    }
    for (let guess = 0; guess < 6; guess += 1) {
      await outcomeOf(signInOn(newDeviceId(), wrong(code)));
      await outcomeOf(signIn(person, wrong(code)));
    }
    expect((await signInOn(own, code)).accessToken).toMatch(/\./);
    system().clock.advance(61 * SECOND);
    expect((await ask(person, { deviceId: own })).resendAfterSeconds).toBe(60);
  });

  it('has a budget of the whole service: staff are told at four fifths, and beyond it nothing is sent', async () => {
    const { codeBudgets, tasks } = system().container();
    const budget = Number(system().container().smsCodesADay);
    await ask(nextPerson());
    const today = await codeBudgets
      .findOne({ _id: /^service\|/ })
      .sort({ forgetAt: -1 })
      .lean();
    const setUsed = (count: number) => codeBudgets.updateOne({ _id: today!._id }, { $set: { count } });
    await setUsed(Math.ceil(budget * 0.8) - 1);
    await ask(nextPerson());
    expect(await tasks.findOne({ kind: 'sms-budget-low', closedAt: null }).lean()).toMatchObject({
      facts: { used: Math.ceil(budget * 0.8), budget },
    });
    await setUsed(budget);
    const person = nextPerson();
    await expectError(() => ask(person), 'auth.sms_unavailable');
    expect(arrived(person)).toBe(0);
    await setUsed(0);
  });

  it('answers the same for a number with an account and one without', async () => {
    const known = await meet(system(), 'sign-in');
    system().clock.advance(61 * SECOND);
    const answers = [await ask(known.person), await ask(nextPerson())];
    expect(answers).toEqual([
      { resendAfterSeconds: 60, expiresInSeconds: 300 },
      { resendAfterSeconds: 60, expiresInSeconds: 300 },
    ]);
  });

  it('burns nothing when the operator is down: one can ask again at once', async () => {
    const person = nextPerson();
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    const stored = () => system().container().smsCodes.find().lean();
    await expectError(() => ask(person), 'auth.sms_unavailable', stored);
    system().standIns.faults.reset();
    expect((await signIn(person, await receiveCode(person))).accessToken).toMatch(/\./);
  });

  it('burns nothing when the operator is down: the code before still works, with the tries it had', async () => {
    const person = nextPerson();
    const code = await receiveCode(person);
    await expectError(() => signIn(person, wrong(code)), 'auth.code_wrong');
    system().clock.advance(60 * SECOND);
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    await expectError(() => ask(person), 'auth.sms_unavailable');
    const refusal = await expectError(() => signIn(person, wrong(code)), 'auth.code_wrong');
    expect(refusal.details).toEqual({ remaining: 3 });
    expect((await signIn(person, code)).accessToken).toMatch(/\./);
  });

  it('is refused for a number that receives no messages', async () => {
    const person = nextPerson();
    system().standIns.tencentCloud.setSmsStatus(person.phone, 'InvalidParameterValue.IncorrectPhoneNumber');
    await expectError(() => ask(person), 'auth.phone_rejected');
    expect(arrived(person)).toBe(0);
  });

  it('tells of the operator’s own daily limit', async () => {
    const person = nextPerson();
    system().standIns.tencentCloud.setSmsStatus(person.phone, 'LimitExceeded.PhoneNumberDailyLimit');
    await expectError(() => ask(person), 'auth.code_daily_limit');
  });

  it.each(['12345678901', '1380000', '+8613800000000x', ''])(
    'is refused for %j, which is no mobile number',
    async (phone) => {
      const refusal = await expectError(
        () => newClient(system()).call(endpoints.auth.requestSmsCode, { body: { phone } }),
        'request.invalid',
      );
      expect(refusal.fields).toMatchObject([{ path: 'phone' }]);
    },
  );
});
