import { endpoints, TERMS_VERSION } from '@acceptance/shared';
import type { StoryPerson } from '../../scripts/story/people';
import { outcomeOf } from '../support/expect-error';
import { newDeviceId } from '../support/password-people';
import { readPicture } from '../support/read-picture';
import { meet, newClient, newestSms } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MINUTE = 61_000;

let person: StoryPerson;
let own: string;
beforeEach(async () => {
  ({ person } = await meet(system(), 'sign-in'));
  own = newDeviceId();
});

const askToSignIn = (deviceId?: string) =>
  newClient(system()).call(endpoints.auth.requestSmsCode, { body: { phone: person.phone, deviceId } });
const askToChange = async (deviceId?: string) => {
  await system().forgetRateLimits();
  const picture = await readPicture(system());
  const body = { newPhone: person.phone, deviceId, picture };
  return newClient(system()).call(endpoints.phoneChanges.requestNumberCode, { body });
};
const askToReset = async (deviceId?: string) => {
  await system().forgetRateLimits();
  const body = { account: person.phone, deviceId, ...(await readPicture(system())) };
  return newClient(system()).call(endpoints.auth.requestPasswordReset, { body });
};
const signIn = (code: string, deviceId?: string) =>
  newClient(system()).call(endpoints.auth.signInWithSmsCode, {
    body: { phone: person.phone, code, acceptedTermsVersion: TERMS_VERSION, deviceId },
  });
const newest = (): string => newestSms(system(), person)?.code ?? '';
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('somebody who has never signed in on this device, and a stranger with their number', () => {
  it('ten codes for another purpose do not shut them out', async () => {
    for (let sent = 0; sent < 10; sent += 1) {
      await outcomeOf(askToChange());
      system().clock.advance(MINUTE);
    }
    expect((await askToSignIn(own)).expiresInSeconds).toBe(300);
    expect((await signIn(newest(), own)).accessToken).toMatch(/\./);
  });

  it('a code asked for a second before does not make them wait', async () => {
    system().clock.advance(MINUTE);
    await askToSignIn();
    await askToSignIn(newDeviceId());
    expect((await askToSignIn(own)).expiresInSeconds).toBe(300);
  });

  it('five wrong tries do not kill the code in their hand', async () => {
    await askToSignIn(own);
    const code = newest();
    const stranger = newDeviceId();
    await askToSignIn(stranger);
    for (let guess = 0; guess < 6; guess += 1) {
      await outcomeOf(signIn(wrong(code), stranger));
      await outcomeOf(signIn(wrong(code)));
      await outcomeOf(signIn(wrong(code), newDeviceId()));
    }
    expect((await signIn(code, own)).accessToken).toMatch(/\./);
  });

  it('a code for the stranger’s device opens nothing on another, and the other way round', async () => {
    await askToSignIn(own);
    const code = newest();
    expect(await outcomeOf(signIn(code, newDeviceId()))).toBe('auth.code_expired');
    expect(await outcomeOf(signIn(code))).toBe('auth.code_expired');
    expect((await signIn(code, own)).accessToken).toMatch(/\./);
  });
});

describe('a code for one purpose', () => {
  it('voids none for another, on the same device', async () => {
    await askToSignIn(own);
    const code = newest();
    await askToChange(own);
    await askToReset(own);
    expect((await signIn(code, own)).accessToken).toMatch(/\./);
  });

  it('is good for no other, on the same device', async () => {
    await askToChange(own);
    const code = newest();
    expect(await outcomeOf(signIn(code, own))).toBe('auth.code_expired');
    await askToSignIn(own);
    expect(newest()).not.toBe(code);
    expect(await outcomeOf(signIn(code, own))).toBe('auth.code_wrong');
  });
});
