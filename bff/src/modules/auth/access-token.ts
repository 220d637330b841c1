import type { KeyObject } from 'node:crypto';
import { AppError } from '@acceptance/shared';
import jwt from 'jsonwebtoken';
import * as v from 'valibot';

export interface AccessTokenKey {
  readonly id: string;
  /** Secret; an object, for of bytes jsonwebtoken asks each time whether they are a public key, which takes longer than all the rest. */
  readonly key: KeyObject;
}

export interface AccessTokenClaims {
  readonly subjectId: string;
  readonly sessionId: string;
  readonly kind: 'applicant' | 'staff';
}

const payloadSchema = v.object({ sub: v.string(), sid: v.string(), kind: v.picklist(['applicant', 'staff']) });
const ISSUER = 'certificate-acceptance';
const seconds = (moment: Date): number => Math.floor(moment.getTime() / 1000);

/** HS256 JWT (RFC 7519) with `kid`; roles are not in it, they are read from the account at every call. */
export function signAccessToken(
  { id, key }: AccessTokenKey,
  claims: AccessTokenClaims,
  now: Date,
  lifeSeconds: number,
) {
  const payload = {
    sub: claims.subjectId,
    sid: claims.sessionId,
    kind: claims.kind,
    iat: seconds(now),
    exp: seconds(now) + lifeSeconds,
  };
  return jwt.sign(payload, key, { algorithm: 'HS256', keyid: id, issuer: ISSUER });
}

/** Of the header alone (RFC 7515, 4.1.4): jsonwebtoken would read all of the token, and once more to verify it. @throws Error, SyntaxError */
const kidOf = (token: string): unknown =>
  (JSON.parse(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString()) as { kid?: unknown }).kid;

/**
 * Reads a token signed with one of our keys: the one that signs now, or the one before it while its tokens live.
 * @throws AppError auth.session_expired for a token that is not ours, not HS256 under the key its `kid` names, or out of date.
 */
export function readClaims(keys: readonly AccessTokenKey[], token: string, now: Date): AccessTokenClaims {
  try {
    const kid = kidOf(token);
    const key = keys.find(({ id }) => id === kid);
    if (!key) {
      throw new Error('no key of that id');
    }
    const verified = jwt.verify(token, key.key, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      clockTimestamp: seconds(now),
    });
    const payload = v.parse(payloadSchema, verified);
    return { subjectId: payload.sub, sessionId: payload.sid, kind: payload.kind };
  } catch (error) {
    throw new AppError('auth.session_expired', { cause: error });
  }
}
