import { createHash } from 'node:crypto';
import { AppError, type SessionTokens } from '@acceptance/shared';
import { Types } from 'mongoose';
import type { AddressPlaces } from '../../ports/address-places';
import { type AccessTokenKey, signAccessToken } from './access-token';
import type { SessionModel, SessionRecord } from './session.model';
import { SESSION_POLICY as POLICY } from './session.policy';

export interface SessionDependencies {
  readonly sessions: SessionModel;
  readonly accessTokenKey: AccessTokenKey;
  readonly randomBytes: (size: number) => Buffer;
  readonly addressPlaces: AddressPlaces;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

function tokensFor(
  key: AccessTokenKey,
  session: Pick<SessionRecord, '_id' | 'kind' | 'subjectId'>,
  refreshToken: string,
  now: Date,
): SessionTokens {
  const claims = { subjectId: session.subjectId, sessionId: session._id.toHexString(), kind: session.kind };
  return {
    accessToken: signAccessToken(key, claims, now, POLICY.accessTokenSeconds),
    accessTokenExpiresAt: after(now, POLICY.accessTokenSeconds).toISOString(),
    refreshToken,
  };
}

export interface NewSession {
  readonly kind: 'applicant' | 'staff';
  readonly subjectId: string;
  readonly userAgent: string;
  readonly address: string;
  /** When the device is trusted. */
  readonly deviceKey?: string;
  readonly now: Date;
}

/** Starts a session; the refresh token is opaque (256 random bits) and stored as its hash only. */
export async function startSession(
  { sessions, accessTokenKey, randomBytes, addressPlaces }: SessionDependencies,
  { kind, subjectId, userAgent, address, deviceKey, now }: NewSession,
): Promise<SessionTokens> {
  const refreshToken = randomBytes(32).toString('base64url');
  const life = kind === 'staff' ? POLICY.staffSessionSeconds : POLICY.applicantSessionSeconds;
  const session = {
    _id: new Types.ObjectId(),
    kind,
    subjectId,
    refreshHash: hashOf(refreshToken),
    userAgent,
    // The place in words, not the address: that is all the list of devices needs.
    place: addressPlaces.placeOf(address),
    ...(deviceKey && { deviceKey }),
    createdAt: now,
    lastUsedAt: now,
    expiresAt: after(now, life),
    endedAt: null,
  };
  await sessions.create(session);
  return tokensFor(accessTokenKey, session, refreshToken, now);
}

/**
 * Rotates the refresh token. A token used before ends the whole session: it was stolen, and we can't tell by whom.
 * @throws AppError auth.session_expired
 */
export async function refreshSession(
  { sessions, accessTokenKey, randomBytes, addressPlaces }: SessionDependencies,
  { refreshToken, address, now }: { refreshToken: string; address: string; now: Date },
): Promise<SessionTokens> {
  const given = hashOf(refreshToken);
  const next = randomBytes(32).toString('base64url');
  const session = await sessions
    .findOneAndUpdate(
      { refreshHash: given, endedAt: null, expiresAt: { $gt: now } },
      {
        $set: {
          refreshHash: hashOf(next),
          previousRefreshHash: given,
          lastUsedAt: now,
          place: addressPlaces.placeOf(address),
        },
      },
      { returnDocument: 'after' },
    )
    .lean<SessionRecord>();
  if (!session) {
    await sessions.updateOne({ previousRefreshHash: given, endedAt: null }, { $set: { endedAt: now } });
    throw new AppError('auth.session_expired');
  }
  return tokensFor(accessTokenKey, session, next, now);
}

/** Ends one session; repeating it changes nothing. */
export async function endSession(sessions: SessionModel, sessionId: string, now: Date): Promise<void> {
  await sessions.updateOne({ _id: sessionId, endedAt: null }, { $set: { endedAt: now } });
}

/** Ends all sessions of somebody, but for `except`; answers which trusted devices they were on. */
export async function endSessions(
  sessions: SessionModel,
  { kind, subjectId, except, now }: Pick<NewSession, 'kind' | 'subjectId' | 'now'> & { except: string | null },
): Promise<string[]> {
  const others = { kind, subjectId, endedAt: null, ...(except && { _id: { $ne: new Types.ObjectId(except) } }) };
  const ended = await sessions.find(others, { deviceKey: 1 }).lean<Pick<SessionRecord, 'deviceKey'>[]>();
  await sessions.updateMany(others, { $set: { endedAt: now } });
  return ended.flatMap(({ deviceKey }) => deviceKey ?? []);
}

/** Whether the session still stands. */
export async function isSessionLive(sessions: SessionModel, sessionId: string, now: Date): Promise<boolean> {
  return (await sessions.exists({ _id: sessionId, endedAt: null, expiresAt: { $gt: now } })) !== null;
}
