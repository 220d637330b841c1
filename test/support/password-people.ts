import { randomBytes } from 'node:crypto';
import { endpoints, TERMS_VERSION } from '@acceptance/shared';
import type { StoryPerson } from '../../scripts/story/people';
import type { StoryContext } from '../../scripts/story/story-context';
import { meet, newClient, newestSms } from './story-people';
import type { TestSystem } from './test-system';

export const PASSWORD = 'correct horse battery';
export const OTHER_PASSWORD = 'staple of another kind';

export const newDeviceId = (): string => randomBytes(32).toString('base64url');

/** Asks for a sign-in code, a minute after whatever was before, and answers the one that arrived. */
export async function receiveSignInCode(system: TestSystem, person: StoryPerson): Promise<string> {
  system.clock.advance(61_000);
  await newClient(system).call(endpoints.auth.requestSmsCode, { body: { phone: person.phone } });
  return newestSms(system, person)!.code!;
}

/** Signs in by code, which makes the device a trusted one, and answers the session with a client of its own. */
export async function signInByCode(system: TestSystem, person: StoryPerson, deviceId?: string) {
  const client = newClient(system);
  const body = {
    phone: person.phone,
    code: await receiveSignInCode(system, person),
    acceptedTermsVersion: TERMS_VERSION,
    deviceId,
  };
  const session = await client.call(endpoints.auth.signInWithSmsCode, { body });
  client.accessToken = session.accessToken;
  return { client, session };
}

/** A new person who is signed in and has set `PASSWORD`; no device is trusted yet. */
export async function meetWithPassword(system: TestSystem): Promise<StoryContext> {
  const context = await meet(system, 'sign-in');
  await context.applicant.call(endpoints.auth.setPassword, { body: { newPassword: PASSWORD } });
  return context;
}

/** Signs in by password, as an unknown device unless one is given. */
export const signInByPassword = (
  system: TestSystem,
  { phone }: Pick<StoryPerson, 'phone'>,
  change: { password?: string; deviceId?: string; code?: string; acceptedTermsVersion?: string } = {},
) =>
  newClient(system).call(endpoints.auth.signInWithPassword, {
    body: {
      account: phone,
      password: PASSWORD,
      deviceId: newDeviceId(),
      acceptedTermsVersion: TERMS_VERSION,
      ...change,
    },
  });

/** How many messages about a changed password a person has got. */
export const passwordMessages = (system: TestSystem, { phone }: StoryPerson): number =>
  system.standIns.tencentCloud.sms(phone).filter(({ templateId }) => templateId === 'demo-password-changed').length;
