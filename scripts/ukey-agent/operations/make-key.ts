import { randomBytes } from 'node:crypto';
import { type UkeyAgentAnswer, UkeyAgentError, type UkeyAgentRequest } from '@acceptance/shared';
import { asHolder, type TokenDesk } from '../token/token-desk';
import type { TokenKey, TokenSession } from '../token/token-driver';

const KEY_ID_BYTES = 20;

const answerFor = ({ id, algorithm, publicKeyDer }: TokenKey): UkeyAgentAnswer<'makeKey'> | null =>
  algorithm && publicKeyDer ? { keyId: id, algorithm, publicKey: Buffer.from(publicKeyDer).toString('base64') } : null;

/** @throws UkeyAgentError when the token does not vouch for it; the key is removed then */
async function requireProtection(session: TokenSession, key: TokenKey): Promise<UkeyAgentAnswer<'makeKey'>> {
  const answer = answerFor(key);
  if (!answer || !key.isProtected) {
    await session.removeKey(key.id);
    throw new UkeyAgentError('ukey.key_unprotected');
  }
  return answer;
}

/**
 * Makes a key pair in the token, or answers the one that was made under this name: a page that lost the answer asks again.
 * @throws UkeyAgentError, TokenError
 */
export function makeKey(desk: TokenDesk, request: UkeyAgentRequest<'makeKey'>): Promise<UkeyAgentAnswer<'makeKey'>> {
  const { algorithm, name } = request;
  return asHolder(desk, request, async (session, { algorithms }) => {
    const before = (await session.keys()).filter((key) => key.name === name);
    const whole = before.find((key) => answerFor(key) !== null);
    if (whole && whole.algorithm !== algorithm) {
      throw new UkeyAgentError('ukey.key_exists');
    }
    if (whole) {
      return requireProtection(session, whole);
    }
    if (!algorithms.includes(algorithm)) {
      throw new UkeyAgentError('ukey.unsupported', { algorithm });
    }
    // one half of a pair: the token was pulled out while it made it
    for (const half of before) {
      await session.removeKey(half.id);
    }
    const id = randomBytes(KEY_ID_BYTES).toString('hex');
    await session.makeKeyPair({ id, name, algorithm });
    const made = (await session.keys()).find((key) => key.id === id);
    if (!made) {
      throw new UkeyAgentError('ukey.key_not_found');
    }
    return requireProtection(session, made);
  });
}

/** @throws UkeyAgentError when the token has no such key */
export async function findKey(session: TokenSession, keyId: string) {
  const { algorithm, publicKeyDer } = (await session.keys()).find(({ id }) => id === keyId) ?? {};
  if (!algorithm || !publicKeyDer) {
    throw new UkeyAgentError('ukey.key_not_found');
  }
  return { algorithm, publicKeyDer };
}
