import { challengeBytes, type UkeyAgentAnswer, UkeyAgentError, type UkeyAgentRequest } from '@acceptance/shared';
import { holderCertificates } from '../token/certificate-chain';
import { asHolder, type TokenDesk } from '../token/token-desk';
import { findKey } from './make-key';

/** Challenges live two minutes; the rest is for clocks that differ. One for tomorrow is no challenge but a store of signatures. */
const MAX_AHEAD_MS = 10 * 60_000;

/**
 * Signs a challenge for the page that asks, and for no other: a challenge that a foreign page was given by the real server names the
 * server's origin, and comes with the foreign one. @param origin the request's, as the browser says it
 * @throws UkeyAgentError, TokenError
 */
export function signChallenge(
  desk: TokenDesk,
  request: UkeyAgentRequest<'signChallenge'>,
  origin: string,
): Promise<UkeyAgentAnswer<'signChallenge'>> {
  const { challenge, keyId } = request;
  if (challenge.origin !== origin) {
    throw new UkeyAgentError('ukey.challenge_of_other_site');
  }
  const ahead = Date.parse(challenge.expiresAt) - desk.now().getTime();
  // negated, so that a date there is none of is refused too
  if (!(ahead > 0 && ahead <= MAX_AHEAD_MS)) {
    throw new UkeyAgentError('ukey.challenge_expired');
  }
  return asHolder(desk, request, async (session) => {
    await findKey(session, keyId);
    const stored = holderCertificates(await session.certificates()).find((one) => one.keyId === keyId);
    if (!stored) {
      throw new UkeyAgentError('ukey.certificate_missing');
    }
    const signature = await session.sign(keyId, challengeBytes(challenge));
    return { ...stored, signature: Buffer.from(signature).toString('base64') };
  });
}
