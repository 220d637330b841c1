import { randomBytes } from 'node:crypto';
import { endpoints } from '@acceptance/shared';
import { type TOTP, URI } from 'otpauth';
import { type ApiClient, createApiClient } from '../api-client/create-api-client';

const STEP_MS = 30_000;
/** Access tokens are good for fifteen minutes. */
const KEPT_MS = 8 * 60_000;

/** A member of the staff with an authenticator, as production wants them. */
export interface DeskPerson {
  /** Signs a client in, or gives it the session that there is. */
  enter(client: ApiClient): Promise<void>;
}

/** Takes an invitation: password, first sign-in, authenticator. */
export async function takeInvitation(origin: string, code: string): Promise<DeskPerson> {
  const password = randomBytes(12).toString('base64url');
  const own = createApiClient(origin);
  const { username } = await own.call(endpoints.staff.acceptInvitation, { body: { code, newPassword: password } });
  const signIn = (secondFactor?: string) =>
    own.call(endpoints.staff.signInStaff, { body: { username, password, secondFactor } });
  own.accessToken = (await signIn()).accessToken;
  const { otpauthUrl } = await own.call(endpoints.staff.beginSecondFactor, { body: { password } });
  const authenticator = URI.parse(otpauthUrl) as TOTP;
  let usedStep = 0;
  /** A code is good once: the next one is waited for. */
  const nextCode = async (): Promise<string> => {
    while (Math.floor(Date.now() / STEP_MS) <= usedStep) {
      await new Promise((again) => setTimeout(again, STEP_MS - (Date.now() % STEP_MS) + 50));
    }
    usedStep = Math.floor(Date.now() / STEP_MS);
    return authenticator.generate();
  };
  await own.call(endpoints.staff.confirmSecondFactor, { body: { code: await nextCode() } });
  let signedInAt = 0;
  return {
    async enter(client) {
      if (Date.now() - signedInAt > KEPT_MS) {
        own.accessToken = (await signIn(await nextCode())).accessToken;
        signedInAt = Date.now();
      }
      client.accessToken = own.accessToken;
    },
  };
}
