import { createHash } from 'node:crypto';
import type { OpenedSession } from '../../http/refresh-cookie';
import { type AccessTokenKey, signAccessToken } from './access-token';
import type { SessionRecord } from './session.model';
import { SESSION_POLICY } from './session.policy';

type RandomBytes = (size: number) => Buffer;

/** 128 bits that stay the same in all refresh tokens of one session. */
export const newFamily = (randomBytes: RandomBytes): string => randomBytes(16).toString('base64url');

/**
 * `<session id>.<family><256 random bits>`. The id finds the session by any of its tokens, however old. Ids can be
 * guessed; the family cannot, so that nobody ends sessions of others with tokens that never were.
 */
export const newRefreshToken = (sessionId: string, family: string, randomBytes: RandomBytes): string =>
  `${sessionId}.${family}${randomBytes(32).toString('base64url')}`;

export const hashOf = (refreshToken: string): string => createHash('sha256').update(refreshToken).digest('hex');

/** A refresh token as somebody has sent it. */
export interface PresentedToken {
  readonly hash: string;
  /** Whose it says to be; null for tokens from before there were families. */
  readonly of: { readonly sessionId: string; readonly family: string } | null;
}

export function readRefreshToken(refreshToken: string): PresentedToken {
  const [, sessionId, family] = /^([0-9a-f]{24})\.([\w-]{22})[\w-]{43}$/.exec(refreshToken) ?? [];
  return { hash: hashOf(refreshToken), of: sessionId && family ? { sessionId, family } : null };
}

export const secondsAfter = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/** What a client gets: a new access token beside the refresh token. */
export function tokensFor(
  key: AccessTokenKey,
  session: Pick<SessionRecord, '_id' | 'kind' | 'subjectId' | 'expiresAt'>,
  refreshToken: string,
  now: Date,
): OpenedSession {
  const claims = { subjectId: session.subjectId, sessionId: session._id.toHexString(), kind: session.kind };
  const { accessTokenSeconds } = SESSION_POLICY;
  return {
    accessToken: signAccessToken(key, claims, now, accessTokenSeconds),
    accessTokenExpiresAt: secondsAfter(now, accessTokenSeconds).toISOString(),
    refreshToken,
    sessionExpiresAt: session.expiresAt,
  };
}
