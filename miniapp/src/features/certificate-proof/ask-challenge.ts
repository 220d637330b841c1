import { type Challenge, type ChallengePurpose, endpoints } from '@acceptance/shared';
import { call } from '../../api/client';
import { pageOrigin } from '../../platform/page-origin';
import { clientError } from '../../text/client-error';
import { deviceId } from '../device-id';

/** What is to be signed, and whether it is for the session of a member of staff or for nobody who is known yet. */
export interface ChallengeWish {
  readonly purpose: ChallengePurpose;
  readonly ofStaffSession?: boolean;
}

/**
 * What is to be signed. A server between us and ours could hand on what it was given for its own page: nothing is signed
 * for another page or purpose than this one. @throws ApiError auth.origin_refused
 */
export async function askChallenge({ purpose, ofStaffSession = false }: ChallengeWish): Promise<Challenge> {
  const device = { deviceId: await deviceId() };
  const challenge = ofStaffSession
    ? await call(endpoints.certificateSignIn.requestSessionChallenge, { body: device })
    : await call(endpoints.certificateSignIn.requestChallenge, { body: { purpose, ...device } });
  if (challenge.purpose !== purpose || challenge.origin !== pageOrigin()) {
    throw clientError('auth.origin_refused');
  }
  return challenge;
}
