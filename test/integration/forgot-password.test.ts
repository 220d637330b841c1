import { endpoints } from '@acceptance/shared';
import { createPicture } from '../../bff/src/modules/auth/picture-codes';
import { STROKE_LETTERS } from '../../bff/src/modules/auth/stroke-letters';
import type { StoryPerson } from '../../scripts/story/people';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import {
  meetWithPassword,
  newDeviceId,
  OTHER_PASSWORD,
  PASSWORD,
  passwordMessages,
  receiveSignInCode,
  signInByCode,
  signInByPassword,
} from '../support/password-people';
import { storedAccount } from '../support/stored-state';
import { meet, newClient, newestSms, nextPerson } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const SECOND = 1000;
beforeEach(() => system().container().passwordAttempts.deleteMany({}));

/** A picture of four times the fourth letter. */
const ANSWER = (STROKE_LETTERS[3] ?? '').repeat(4);
async function knownPicture(): Promise<string> {
  const dependencies = { ...system().container(), randomInt: (end: number) => Math.min(3, end - 1) };
  return (await createPicture(dependencies, system().clock.now())).pictureId;
}

const requestReset = ({ phone }: StoryPerson, pictureId: string, pictureAnswer = ANSWER) =>
  newClient(system()).call(endpoints.auth.requestPasswordReset, { body: { account: phone, pictureId, pictureAnswer } });
const reset = ({ phone }: StoryPerson, code: string, change: { newPassword?: string; deviceId?: string } = {}) =>
  newClient(system()).call(endpoints.auth.resetPassword, {
    body: { account: phone, code, newPassword: OTHER_PASSWORD, ...change },
  });
const arrived = ({ phone }: StoryPerson): number => system().standIns.tencentCloud.sms(phone).length;
const another = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Asks for a code for a new password, a minute after whatever was before. */
async function receiveResetCode(person: StoryPerson): Promise<string> {
  system().clock.advance(61 * SECOND);
  await requestReset(person, await knownPicture());
  return newestSms(system(), person)!.code!;
}

describe('a picture', () => {
  it('is a PNG with an id, and its answer is not stored in clear', async () => {
    const { pictureId, image, expiresInSeconds } = await newClient(system()).call(endpoints.auth.requestPicture, {});
    expect(expiresInSeconds).toBe(120);
    const png = Buffer.from(image.replace('data:image/png;base64,', ''), 'base64');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const stored = await system().container().pictureCodes.findOne({ _id: pictureId }).lean();
    expect(stored?.answerHash).toMatch(/^[0-9a-f]{64}$/);
    await knownPicture();
    expect(JSON.stringify(await system().container().pictureCodes.find().lean())).not.toContain(ANSWER);
  });

  it('is another one each time', async () => {
    const ask = () => newClient(system()).call(endpoints.auth.requestPicture, {});
    const [first, second] = [await ask(), await ask()];
    expect(first.pictureId).not.toBe(second.pictureId);
    expect(first.image).not.toBe(second.image);
  });

  it('rightly answered, also in small letters and with spaces around, sends a code', async () => {
    const { person } = await meetWithPassword(system());
    system().clock.advance(61 * SECOND);
    const sent = await requestReset(person, await knownPicture(), ` ${ANSWER.toLowerCase()} `);
    expect(sent).toEqual({ resendAfterSeconds: 60, expiresInSeconds: 300 });
    expect(newestSms(system(), person)?.code).toMatch(/^\d{6}$/);
  });

  it('wrongly answered is used up and sends nothing', async () => {
    const person = nextPerson();
    const pictureId = await knownPicture();
    await expectError(() => requestReset(person, pictureId, 'XXXX'), 'auth.picture_wrong');
    await expectError(() => requestReset(person, pictureId), 'auth.picture_wrong');
    expect(arrived(person)).toBe(0);
  });

  it('is good once, also for ten people at the same time', async () => {
    const pictureId = await knownPicture();
    const calls = Array.from({ length: 10 }, () => outcomeOf(requestReset(nextPerson(), pictureId)));
    expect(countOutcomes(await Promise.all(calls))).toEqual({ ok: 1, 'auth.picture_wrong': 9 });
  });

  it('expires after two minutes', async () => {
    const [early, late] = [await knownPicture(), await knownPicture()];
    system().clock.advance(119 * SECOND);
    await requestReset(nextPerson(), early);
    system().clock.advance(SECOND);
    await expectError(() => requestReset(nextPerson(), late), 'auth.picture_wrong');
  });

  it('that nobody was given is refused', async () => {
    await expectError(() => requestReset(nextPerson(), '0'.repeat(32)), 'auth.picture_wrong');
  });

  it('stays good when no message can be sent, and no code is burnt', async () => {
    const person = nextPerson();
    const pictureId = await knownPicture();
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    const { smsCodes, pictureCodes } = system().container();
    const stored = async () => [await smsCodes.find().lean(), await pictureCodes.findOne({ _id: pictureId }).lean()];
    await expectError(() => requestReset(person, pictureId), 'auth.sms_unavailable', stored);
    system().standIns.faults.reset();
    await requestReset(person, pictureId);
    expect(arrived(person)).toBe(1);
  });
});

describe('a code for a new password', () => {
  it('is sent within limits of its own', async () => {
    const person = nextPerson();
    await requestReset(person, await knownPicture());
    const pictureId = await knownPicture();
    await expectError(() => requestReset(person, pictureId), 'auth.code_too_soon');
    const ask = { body: { phone: person.phone } };
    // Codes for signing in are counted for themselves: nobody is kept out by who asks for another purpose.
    await newClient(system()).call(endpoints.auth.requestSmsCode, ask);
    for (let sent = 1; sent < 10; sent += 1) {
      await receiveResetCode(person);
    }
    await expectError(() => receiveResetCode(person), 'auth.code_daily_limit');
    expect(arrived(person)).toBe(11);
  });

  it('is refused for a number that receives no messages', async () => {
    const person = nextPerson();
    system().standIns.tencentCloud.setSmsStatus(person.phone, 'InvalidParameterValue.IncorrectPhoneNumber');
    const pictureId = await knownPicture();
    await expectError(() => requestReset(person, pictureId), 'auth.phone_rejected');
  });

  it('is asked for alike, and arrives, whether the number has an account or not', async () => {
    const known = (await meetWithPassword(system())).person;
    const unknown = nextPerson();
    system().clock.advance(61 * SECOND);
    const answers = [
      await requestReset(known, await knownPicture()),
      await requestReset(unknown, await knownPicture()),
    ];
    expect(answers[0]).toEqual(answers[1]);
    expect(newestSms(system(), known)?.text.replace(/\d{6}/, '')).toBe(
      newestSms(system(), unknown)?.text.replace(/\d{6}/, ''),
    );
  });

  it('goes to the own number of somebody signed in without a picture', async () => {
    const context = await meetWithPassword(system());
    system().clock.advance(61 * SECOND);
    await context.applicant.call(endpoints.auth.requestOwnPasswordReset, {});
    await reset(context.person, newestSms(system(), context.person)!.code!);
    await expectError(
      () => signInByPassword(system(), context.person, { password: OTHER_PASSWORD }),
      'auth.device_code_required',
    );
  });

  it('lets somebody signed in set a new password in place, and ends all other sessions only', async () => {
    const context = await meetWithPassword(system());
    const other = await signInByCode(system(), context.person);
    const resetOwn = (code: string, newPassword = OTHER_PASSWORD) =>
      context.applicant.call(endpoints.auth.resetOwnPassword, { body: { code, newPassword } });
    system().clock.advance(61 * SECOND);
    await context.applicant.call(endpoints.auth.requestOwnPasswordReset, {});
    const code = newestSms(system(), context.person)!.code!;
    await expectError(() => resetOwn(code, `my ${context.person.phone}`), 'request.invalid');
    await expectError(() => resetOwn(another(code)), 'auth.code_wrong');
    await resetOwn(code);
    await expectError(() => resetOwn(code), 'auth.code_expired');
    await context.applicant.call(endpoints.account.readAccount, {});
    await expectError(() => other.client.call(endpoints.account.readAccount, {}), 'auth.session_expired');
    expect(passwordMessages(system(), context.person)).toBe(2);
  });

  it('for a new password does not take the code of a sign-in', async () => {
    const context = await meetWithPassword(system());
    const code = await receiveSignInCode(system(), context.person);
    await expectError(
      () => context.applicant.call(endpoints.auth.resetOwnPassword, { body: { code, newPassword: OTHER_PASSWORD } }),
      'auth.code_expired',
    );
  });
});

describe('a new password', () => {
  it('replaces the forgotten one, ends all sessions and trust, and the owner is told', async () => {
    const context = await meetWithPassword(system());
    const { person } = context;
    const deviceId = newDeviceId();
    const other = await signInByCode(system(), person, deviceId);
    await reset(person, await receiveResetCode(person));
    await expectError(() => other.client.call(endpoints.account.readAccount, {}), 'auth.session_expired');
    await expectError(() => context.applicant.call(endpoints.account.readAccount, {}), 'auth.session_expired');
    await expectError(() => signInByPassword(system(), person, { deviceId }), 'auth.password_wrong');
    const change = { password: OTHER_PASSWORD, deviceId };
    await expectError(() => signInByPassword(system(), person, change), 'auth.device_code_required');
    expect(passwordMessages(system(), person)).toBe(2);
  });

  it('may be the first one, and the device that asks is trusted', async () => {
    const { person } = await meet(system(), 'sign-in');
    const deviceId = newDeviceId();
    await reset(person, await receiveResetCode(person), { deviceId });
    const session = await signInByPassword(system(), person, { password: OTHER_PASSWORD, deviceId });
    expect(session.accessToken).toMatch(/\./);
  });

  it('ends the pause after wrong guesses', async () => {
    const { person } = await meetWithPassword(system());
    await Promise.all(
      Array.from({ length: 6 }, () => outcomeOf(signInByPassword(system(), person, { password: 'wrong' }))),
    );
    await expectError(() => signInByPassword(system(), person), 'auth.password_delayed');
    await reset(person, await receiveResetCode(person));
    const change = { password: OTHER_PASSWORD };
    await expectError(() => signInByPassword(system(), person, change), 'auth.device_code_required');
  });

  it('is not set by a code for signing in', async () => {
    const context = await meetWithPassword(system());
    const code = await receiveSignInCode(system(), context.person);
    const stored = () => storedAccount(system(), context);
    await expectError(() => reset(context.person, code), 'auth.code_expired', stored);
    const device = { deviceId: newDeviceId(), code };
    expect((await signInByPassword(system(), context.person, device)).accessToken).toMatch(/\./);
  });

  it('is not the way in: its code signs nobody in', async () => {
    const { person } = await meetWithPassword(system());
    const code = await receiveResetCode(person);
    await expectError(() => signInByPassword(system(), person, { code }), 'auth.code_expired');
    await reset(person, code);
  });

  it('is set once by one code', async () => {
    const { person } = await meetWithPassword(system());
    const code = await receiveResetCode(person);
    const calls = Array.from({ length: 5 }, (_, index) =>
      outcomeOf(reset(person, code, { newPassword: `${OTHER_PASSWORD} ${index}` })),
    );
    expect(countOutcomes(await Promise.all(calls))).toEqual({ ok: 1, 'auth.code_expired': 4 });
    await expectError(() => reset(person, code), 'auth.code_expired');
  });

  it('is refused after five of twenty guesses at the code that come at the same time', async () => {
    const context = await meetWithPassword(system());
    const code = await receiveResetCode(context.person);
    const stored = () => storedAccount(system(), context);
    const before = await stored();
    const guesses = Array.from({ length: 20 }, () => outcomeOf(reset(context.person, another(code))));
    expect(countOutcomes(await Promise.all(guesses))).toEqual({
      'auth.code_wrong': 4,
      'auth.code_too_many_tries': 16,
    });
    await expectError(() => reset(context.person, code), 'auth.code_too_many_tries');
    expect(await stored()).toEqual(before);
  });

  it('is refused after five minutes', async () => {
    const { person } = await meetWithPassword(system());
    const code = await receiveResetCode(person);
    system().clock.advance(300 * SECOND);
    await expectError(() => reset(person, code), 'auth.code_expired');
  });

  it('that is weak or holds the own number does not use up the code', async () => {
    const { person } = await meetWithPassword(system());
    const code = await receiveResetCode(person);
    for (const newPassword of ['123456', 'ca123456789', `x ${person.phone}`]) {
      const refusal = await expectError(() => reset(person, code, { newPassword }), 'request.invalid');
      expect(refusal.fields).toMatchObject([{ path: 'newPassword' }]);
    }
    await reset(person, code);
  });

  it('for a number without an account is refused to its proved owner, and makes none', async () => {
    const person = nextPerson();
    const code = await receiveResetCode(person);
    const accounts = () => system().container().accounts.countDocuments();
    await expectError(() => reset(person, code), 'auth.account_unknown', accounts);
  });

  it('stands even when the owner cannot be told', async () => {
    const { person } = await meetWithPassword(system());
    const code = await receiveResetCode(person);
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    await reset(person, code);
    await expectError(() => signInByPassword(system(), person, { password: PASSWORD }), 'auth.password_wrong');
  });
});

describe('a forgotten password of an account that is named by its e-mail address', () => {
  let named = 0;
  async function meetWithEmail() {
    named += 1;
    const context = await meetWithPassword(system());
    const email = `forgetful.${named}@mail.example`;
    await context.applicant.call(endpoints.auth.requestEmailCode, { body: { email } });
    const { code } = system().standIns.mail.mails(email)[0]!;
    await context.applicant.call(endpoints.auth.confirmEmail, { body: { email, code: code! } });
    return { ...context, email };
  }
  const request = async (phone: string) => requestReset({ phone } as StoryPerson, await knownPicture());
  /** The message is not waited for: it arrives a moment after the answer. */
  async function newMessage({ person }: { person: StoryPerson }, before: number): Promise<string> {
    while (arrived(person) === before) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    return newestSms(system(), person)!.code!;
  }

  it('is replaced by the code that goes to its number', async () => {
    const context = await meetWithEmail();
    const before = arrived(context.person);
    await request(context.email);
    const code = await newMessage(context, before);
    // It was asked for by the address: for the number it is none.
    await expectError(() => reset(context.person, code), 'auth.code_expired');
    await reset({ phone: context.email } as StoryPerson, code);
    await expectError(
      () => signInByPassword(system(), context.person, { password: OTHER_PASSWORD }),
      'auth.device_code_required',
    );
    expect(passwordMessages(system(), context.person)).toBe(2);
  });

  it('is asked for alike whether anybody has the address: answers, limits and wrong codes', async () => {
    const { email } = await meetWithEmail();
    const nobody = 'nobody.at.all@mail.example';
    const outcomes = async (address: string) => {
      const person = { phone: address } as StoryPerson;
      return [
        JSON.stringify(await request(address)),
        await outcomeOf(request(address)),
        await outcomeOf(reset(person, '000000')),
        await outcomeOf(reset(person, '000000')),
      ];
    };
    expect(await outcomes(nobody)).toEqual(await outcomes(email));
    expect(await outcomes('another.nobody@mail.example')).toEqual([
      JSON.stringify({ resendAfterSeconds: 60, expiresInSeconds: 300 }),
      ...['auth.code_too_soon', 'auth.code_wrong', 'auth.code_wrong'],
    ]);
  });

  it('answers alike when the operator is down, and says so in the log', async () => {
    const { email } = await meetWithEmail();
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    await request(email);
    while (!system().logText().includes('a code for a new password was not sent')) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(system().logText()).not.toContain(email);
  });

  it('does not hold the own number either', async () => {
    const context = await meetWithEmail();
    const before = arrived(context.person);
    await request(context.email);
    const code = await newMessage(context, before);
    const newPassword = `Mine ${context.person.phone}`;
    await expectError(() => reset({ phone: context.email } as StoryPerson, code, { newPassword }), 'request.invalid');
  });
});
