import { type PipelineStage, Types } from 'mongoose';
import type { JoinedRead } from '../../http/read-alongside';
import type { OpenedSession } from '../../http/refresh-cookie';
import type { AddressPlaces } from '../../ports/address-places';
import type { AccountModel, AccountRecord } from '../account';
import type { AccessTokenKey } from './access-token';
import type { SessionModel, SessionRecord } from './session.model';
import { SESSION_POLICY as POLICY } from './session.policy';
import { hashOf, newFamily, newRefreshToken, secondsAfter, tokensFor } from './session-tokens';

export interface SessionDependencies {
  readonly sessions: SessionModel;
  readonly accessTokenKey: AccessTokenKey;
  readonly randomBytes: (size: number) => Buffer;
  readonly addressPlaces: AddressPlaces;
}

export interface NewSession {
  readonly kind: 'applicant' | 'staff';
  readonly subjectId: string;
  readonly userAgent: string;
  readonly address: string;
  /** When the device is trusted. */
  readonly deviceKey?: string;
  /** By which the device is known to be the same in sessions of others. */
  readonly deviceTraces?: readonly string[];
  readonly now: Date;
}

/** Starts a session, and with it a family of refresh tokens; of each only the hash is stored. */
export async function startSession(
  { sessions, accessTokenKey, randomBytes, addressPlaces }: SessionDependencies,
  { kind, subjectId, userAgent, address, deviceKey, deviceTraces, now }: NewSession,
): Promise<OpenedSession> {
  const _id = new Types.ObjectId();
  const family = newFamily(randomBytes);
  const refreshToken = newRefreshToken(_id.toHexString(), family, randomBytes);
  const life = kind === 'staff' ? POLICY.staffSessionSeconds : POLICY.applicantSessionSeconds;
  const session = {
    _id,
    kind,
    subjectId,
    family,
    refreshHash: hashOf(refreshToken),
    siblingHashes: [],
    previousHashes: [],
    rotatedAt: now,
    revision: 0,
    userAgent,
    // The place in words, not the address: that is all the list of devices needs.
    place: addressPlaces.placeOf(address),
    ...(deviceKey && { deviceKey }),
    ...(deviceTraces && { deviceTraces: [...deviceTraces] }),
    createdAt: now,
    lastUsedAt: now,
    expiresAt: secondsAfter(now, life),
    endedAt: null,
  };
  await sessions.create(session);
  return tokensFor(accessTokenKey, session, refreshToken, now);
}

/** By what the device of a session is known in other accounts' sessions; nothing where it has not named itself. */
export async function findDeviceTraces(sessions: SessionModel, sessionId: string): Promise<readonly string[]> {
  const session = await sessions
    .findOne({ _id: sessionId }, { deviceTraces: 1 })
    .lean<Pick<SessionRecord, 'deviceTraces'>>();
  return session?.deviceTraces ?? [];
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

/** Puts a session that still stands into the record of whom it is read with: one element, or none. */
export const joinLiveSession = (
  sessions: SessionModel,
  { sessionId, now }: { readonly sessionId: string; readonly now: Date },
): PipelineStage.Lookup => ({
  $lookup: {
    from: sessions.collection.collectionName,
    pipeline: [
      { $match: { _id: new Types.ObjectId(sessionId), endedAt: null, expiresAt: { $gt: now } } },
      { $project: { _id: 1 } },
    ],
    as: 'sessions',
  },
});

/** A record that a session was joined to. */
export interface WithSession {
  readonly sessions: readonly unknown[];
}

export interface LiveCaller {
  readonly account: AccountRecord;
  /** What was read with it. */
  readonly found: readonly unknown[];
}

/**
 * Today's account of a live session; null without either. Both in one command, for each costs more than all the rest of the
 * check, and both from the database each time: who signs a device out is obeyed at once, by every process. For the same
 * reason what the call is answered from is read with them.
 */
export async function accountOfLiveSession(
  accounts: AccountModel,
  subjectId: string,
  session: PipelineStage.Lookup,
  alongside: JoinedRead | null,
): Promise<LiveCaller | null> {
  const read = await accounts.collection
    .aggregate<AccountRecord & WithSession & { readonly found?: readonly unknown[] }>([
      { $match: { _id: new Types.ObjectId(subjectId), closedAt: { $exists: false } } },
      session,
      ...(alongside ? [{ $lookup: { ...alongside, as: 'found' } }] : []),
    ])
    .next();
  if (!read) {
    return null;
  }
  const { sessions, found = [], ...account } = read;
  return sessions.length > 0 ? { account, found } : null;
}
