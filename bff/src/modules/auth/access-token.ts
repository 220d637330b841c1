import { AppError } from '@acceptance/shared';
import jwt from 'jsonwebtoken';
import * as v from 'valibot';

export interface AccessTokenKey {
  readonly id: string;
  readonly key: Buffer;
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

/** @throws AppError auth.session_expired for a token that is not ours, not HS256 under our `kid`, or out of date. */
export function readClaims({ id, key }: AccessTokenKey, token: string, now: Date): AccessTokenClaims {
  try {
    const verified = jwt.verify(token, key, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      clockTimestamp: seconds(now),
      complete: true,
    });
    const payload = v.parse(payloadSchema, verified.payload);
    if (verified.header.kid === id) {
      return { subjectId: payload.sub, sessionId: payload.sid, kind: payload.kind };
    }
  } catch (error) {
    throw new AppError('auth.session_expired', { cause: error });
  }
  throw new AppError('auth.session_expired');
}
