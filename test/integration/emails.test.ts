import { endpoints, TERMS_VERSION } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import {
  meetWithPassword,
  newDeviceId,
  OTHER_PASSWORD,
  PASSWORD,
  signInByCode,
  signInByPassword,
} from '../support/password-people';
import { storedAccount } from '../support/stored-state';
import { meet, newClient, newestSms } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
beforeEach(() => system().container().passwordAttempts.deleteMany({}));
let count = 0;
const newAddress = (): string => {
  count += 1;
  return `person.${count}@mail.example`;
};
const codeIn = (email: string): string => system().standIns.mail.mails(email)[0]!.code!;
const requestCode = ({ applicant }: StoryContext, email: string) =>
  applicant.call(endpoints.auth.requestEmailCode, { body: { email } });
const confirm = ({ applicant }: StoryContext, email: string, code: string) =>
  applicant.call(endpoints.auth.confirmEmail, { body: { email, code } });
async function giveEmail(context: StoryContext, email = newAddress()): Promise<string> {
  await requestCode(context, email);
  await confirm(context, email, codeIn(email));
  return email;
}
const profileOf = ({ applicant }: StoryContext) => applicant.call(endpoints.account.readProfile, {});

describe('an e-mail address', () => {
  it('is confirmed by its code, and is shown masked only', async () => {
    const context = await meet(system(), 'sign-in');
    expect(await profileOf(context)).toMatchObject({ email: null });
    const email = await giveEmail(context, 'Ming.Li@Mail.Example');
    expect(await profileOf(context)).toMatchObject({ email: { masked: 'm***@mail.example', confirmed: true } });
    // In clear into one's own form only.
    const { phone } = context.person;
    const contact = await context.applicant.call(endpoints.account.readContact, {});
    expect(contact).toEqual({ name: null, phone, email: email.toLowerCase() });
    expect(JSON.stringify(await storedAccount(system(), context))).not.toContain('ming.li');
    expect(system().logText().toLowerCase()).not.toContain(email.toLowerCase());
  });

  it('is not confirmed by a wrong code, one of another person, or one used before', async () => {
    const context = await meet(system(), 'sign-in');
    const other = await meet(system(), 'sign-in');
    const email = newAddress();
    await requestCode(context, email);
    const code = codeIn(email);
    await expectError(() => confirm(other, email, code), 'auth.code_expired');
    await expectError(() => confirm(context, email, code === '000000' ? '000001' : '000000'), 'auth.code_wrong');
    await confirm(context, email, code);
    await expectError(() => confirm(context, email, code), 'auth.code_expired');
  });

  it('belongs to one account: to one of two that confirm it at the same time', async () => {
    const people = [await meet(system(), 'sign-in'), await meet(system(), 'sign-in')];
    const email = newAddress();
    const codes: string[] = [];
    for (const person of people) {
      await requestCode(person, email);
      codes.push(codeIn(email));
    }
    const outcomes = await Promise.all(people.map((person, at) => outcomeOf(confirm(person, email, codes[at]!))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'auth.email_taken': 1 });
  });

  it('can be replaced and taken away, and then signs nobody in', async () => {
    const context = await meetWithPassword(system());
    const first = await giveEmail(context);
    const second = await giveEmail(context);
    const signIn = (email: string) => signInByPassword(system(), { phone: email });
    await expectError(() => signIn(first), 'auth.password_wrong');
    await expectError(() => signIn(second), 'auth.device_code_required');
    for (let time = 0; time < 2; time += 1) {
      await context.applicant.call(endpoints.auth.removeEmail, {});
    }
    await expectError(() => signIn(second), 'auth.password_wrong');
    expect(await profileOf(context)).toMatchObject({ email: null });
  });

  it('that takes no mail is refused, and nothing is burnt', async () => {
    const context = await meet(system(), 'sign-in');
    const email = newAddress();
    system().standIns.mail.setMailStatus(email, 550);
    await expectError(() => requestCode(context, email), 'auth.email_rejected');
    system().standIns.mail.setMailStatus(email, 250);
    system().standIns.faults.set({ standIn: 'mail', fault: 'server-error' });
    await expectError(() => requestCode(context, email), 'auth.mail_unavailable');
    system().standIns.faults.reset();
    await requestCode(context, email);
    const again = await expectError(() => requestCode(context, email), 'auth.code_too_soon');
    expect(again.details).toEqual({ seconds: 60 });
  });

  it('gets ten codes a day', async () => {
    const context = await meet(system(), 'sign-in');
    const email = newAddress();
    for (let sent = 0; sent < 10; sent += 1) {
      await requestCode(context, email);
      system().clock.advance(61_000);
      await system().forgetRateLimits();
    }
    await expectError(() => requestCode(context, email), 'auth.code_daily_limit');
  });

  it.each(['', 'nobody', 'a@b', 'two words@mail.example'])('is not %j', async (email) => {
    const context = await meet(system(), 'sign-in');
    await expectError(() => requestCode(context, email), 'request.invalid');
  });

  it('needs somebody who is signed in', async () => {
    const nobody = newClient(system());
    const email = newAddress();
    await expectError(() => nobody.call(endpoints.auth.requestEmailCode, { body: { email } }), 'auth.required');
    await expectError(
      () => nobody.call(endpoints.auth.confirmEmail, { body: { email, code: '123456' } }),
      'auth.required',
    );
    await expectError(() => nobody.call(endpoints.auth.removeEmail, {}), 'auth.required');
  });
});

describe('sign-in by e-mail address and password', () => {
  it('opens on a trusted device, whatever its letters are', async () => {
    const context = await meetWithPassword(system());
    const email = await giveEmail(context);
    const deviceId = newDeviceId();
    await signInByCode(system(), context.person, deviceId);
    const session = await signInByPassword(system(), { phone: email.toUpperCase() }, { deviceId });
    expect(session.account.id).toBe((await storedAccount(system(), context))._id.toHexString());
  });

  it('on a new device needs the code that goes to the number of the account, against the right password', async () => {
    const context = await meetWithPassword(system());
    const account = await giveEmail(context);
    const deviceId = newDeviceId();
    system().clock.advance(61_000);
    const request = (password: string) =>
      newClient(system()).call(endpoints.auth.requestDeviceCode, { body: { account, password, deviceId } });
    const before = newestSms(system(), context.person);
    await expectError(() => request(OTHER_PASSWORD), 'auth.password_wrong');
    expect(newestSms(system(), context.person)).toEqual(before);
    expect(await request(PASSWORD)).toMatchObject({ phoneMasked: expect.stringMatching(/^\d{3}\*{4}\d{4}$/) });
    await expectError(() => request(PASSWORD), 'auth.code_too_soon');
    const { code } = newestSms(system(), context.person)!;
    const body = { account, password: PASSWORD, deviceId, code, acceptedTermsVersion: TERMS_VERSION };
    await newClient(system()).call(endpoints.auth.signInWithPassword, { body });
  });

  it('shares its tries with the number, so that two names are not two chances', async () => {
    const context = await meetWithPassword(system());
    const email = await giveEmail(context);
    const wrong = { password: 'not the right one' };
    for (const phone of [email, context.person.phone, email, context.person.phone, email]) {
      await expectError(() => signInByPassword(system(), { phone }, wrong), 'auth.password_wrong');
    }
    await expectError(() => signInByPassword(system(), context.person), 'auth.password_delayed');
    await expectError(() => signInByPassword(system(), { phone: email }), 'auth.password_delayed');
  });

  it('answers alike for addresses that nobody has', async () => {
    await expectError(() => signInByPassword(system(), { phone: newAddress() }), 'auth.password_wrong');
  });
});

it.each(['123456', 'ca123456789', '111111'])(
  'the old default password %s leads to a code, for anybody',
  async (password) => {
    for (const phone of ['13900001111', 'nobody@mail.example']) {
      await expectError(() => signInByPassword(system(), { phone }, { password }), 'auth.password_retired');
    }
  },
);
