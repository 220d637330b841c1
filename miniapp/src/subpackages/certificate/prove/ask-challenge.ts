import { AppError, type Challenge, type ChallengePurpose, endpoints } from '@acceptance/shared';
import { call } from '../../../api/client';
import { deviceId } from '../../../features/device-id';
import { pageOrigin } from '../../../platform/page-origin';

/**
 * What is to be signed. A server between us and ours could hand on what it was given for its own page: nothing is signed
 * for another page or purpose than this one. @throws AppError auth.origin_refused
 */
export async function askChallenge(purpose: ChallengePurpose): Promise<Challenge> {
  const body = { purpose, deviceId: await deviceId() };
  const challenge = await call(endpoints.certificateSignIn.requestChallenge, { body });
  if (challenge.purpose !== purpose || challenge.origin !== pageOrigin()) {
    throw new AppError('auth.origin_refused');
  }
  return challenge;
}
