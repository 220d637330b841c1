import { join } from 'node:path';
import type { PublicKey, SigningKey } from '../pki';
import { createServiceThread, ServiceThreadError } from '../threads/service-thread';
import type { Pkcs11KeyName } from './pkcs11/pkcs11-uri';
import type { TokenAnswer, TokenKeyData, TokenRefusal } from './token-key-messages';

/** A token did not sign; the message names no PIN and no key. */
export class TokenKeyFailure extends Error {
  override readonly name = 'TokenKeyFailure';
  constructor(
    readonly refusal: TokenRefusal,
    options?: { cause?: unknown },
  ) {
    super(`token: ${refusal}`, options);
  }
}

export interface TokenKeyOptions {
  /** Of one signature; opening the token with the first one counts. Absent: 10 s. */
  readonly deadline?: () => AbortSignal;
}

export interface TokenKey extends SigningKey {
  /** Signs once, which compares it with its certificate. @throws TokenKeyFailure */
  prove(): Promise<void>;
  /** Ends the thread; what is under way is refused. */
  close(): Promise<void>;
}

const LIMIT_MS = 10_000;
/** Sealing does a few at once; more wait in the jobs' lane. */
const MAX_UNDER_WAY = 100;
const PROBE = Buffer.from('does this key belong to its certificate?');

/**
 * The private key of a certificate in a token, in a thread of its own: calls of PKCS#11 block, and may hang with the token. The token is
 * opened with the first signature. One that is put back later serves again; a PIN that it refused is not tried again.
 * `sign` throws TokenKeyFailure.
 */
export function createTokenKey(
  name: Pkcs11KeyName,
  pin: string,
  { algorithm, publicKeyInfoDer }: PublicKey,
  { deadline = () => AbortSignal.timeout(LIMIT_MS) }: TokenKeyOptions = {},
): TokenKey {
  const data: TokenKeyData = { name, pin, publicKeyInfoDer: Uint8Array.from(publicKeyInfoDer) };
  const thread = createServiceThread({
    workerFile: join(__dirname, 'token-key-thread.ts'),
    data,
    maxUnderWay: MAX_UNDER_WAY,
    deadline,
  });

  async function sign(message: Uint8Array): Promise<Uint8Array> {
    let answer: TokenAnswer;
    try {
      answer = (await thread.call('sign', Uint8Array.from(message))) as TokenAnswer;
    } catch (error) {
      throw error instanceof ServiceThreadError ? new TokenKeyFailure('absent', { cause: error }) : error;
    }
    if ('refusal' in answer) {
      throw new TokenKeyFailure(answer.refusal);
    }
    return answer.signature;
  }

  return {
    algorithm,
    publicKeyInfoDer,
    sign,
    async prove() {
      await sign(PROBE);
    },
    close: () => thread.close(),
  };
}
