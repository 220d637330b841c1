import { AppError, type SessionKind } from '@acceptance/shared';
import type { OpenedSession } from '../../http/refresh-cookie';
import type { SessionModel, SessionRecord } from './session.model';
import { SESSION_POLICY } from './session.policy';
import { type Generation, generationOf, standingOf, withToken } from './session-generation';
import { hashOf, newFamily, newRefreshToken, type PresentedToken, readRefreshToken, tokensFor } from './session-tokens';
import { endSession, type SessionDependencies } from './sessions';

/** Each lost race means that another call has given a token out; a generation has no room for more of them than this. */
const MOST_TRIES = 2 * (SESSION_POLICY.refreshSiblings + 2);

async function findSession(
  sessions: SessionModel,
  { hash, of }: PresentedToken,
  kind: SessionKind | null,
  now: Date,
): Promise<SessionRecord | null> {
  // A token without an id is looked up by its hash: as the last one of its session, or the one that was rotated away.
  const whose = of
    ? { _id: of.sessionId, family: of.family }
    : { $or: [{ refreshHash: hash }, { previousRefreshHash: hash }] };
  return sessions
    .findOne({ ...whose, ...(kind && { kind }), endedAt: null, expiresAt: { $gt: now } })
    .lean<SessionRecord>();
}

/** Writes down what follows from giving a token out; false when another call was quicker and all must be judged anew. */
async function giveOut(
  sessions: SessionModel,
  session: SessionRecord,
  { current, previous, since }: Generation,
  facts: Partial<SessionRecord>,
): Promise<boolean> {
  const [refreshHash, ...siblingHashes] = current;
  const generation = { refreshHash, siblingHashes, previousHashes: [...previous], rotatedAt: since };
  const { matchedCount } = await sessions.updateOne(
    { _id: session._id, endedAt: null, revision: session.revision ?? { $exists: false } },
    { $set: { ...generation, ...facts }, $inc: { revision: 1 } },
  );
  return matchedCount === 1;
}

export interface Refresh {
  /** Null: the browser had none. */
  readonly refreshToken: string | null;
  /** Whose sessions are refreshed here; null: anybody's. */
  readonly kind: SessionKind | null;
  readonly address: string;
  readonly now: Date;
}

/**
 * Gives a new access token and a new refresh token. The refresh token that was current a moment ago still gets one, so
 * that two tabs or a lost answer sign nobody out; any older one, however many generations, ends the whole session.
 * @throws AppError auth.session_expired, or request.too_frequent when too many calls come late; the session stays then.
 */
export async function refreshSession(
  { sessions, accessTokenKey, randomBytes, addressPlaces }: SessionDependencies,
  { refreshToken, kind, address, now }: Refresh,
): Promise<OpenedSession> {
  if (refreshToken === null) {
    throw new AppError('auth.session_expired');
  }
  const presented = readRefreshToken(refreshToken);
  const place = addressPlaces.placeOf(address);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const session = await findSession(sessions, presented, kind, now);
    if (!session) {
      throw new AppError('auth.session_expired');
    }
    const sessionId = session._id.toHexString();
    const generation = generationOf(session);
    const standing = standingOf(generation, presented.hash, now);
    if (standing === 'stolen') {
      await endSession(sessions, sessionId, now);
      throw new AppError('auth.session_expired');
    }
    if (standing === 'crowded') {
      throw new AppError('request.too_frequent', { details: { seconds: SESSION_POLICY.refreshGraceSeconds } });
    }
    const family = session.family ?? newFamily(randomBytes);
    const next = newRefreshToken(sessionId, family, randomBytes);
    const isGiven = await giveOut(sessions, session, withToken(generation, standing, hashOf(next), now), {
      family,
      place,
      lastUsedAt: now,
      ...(!presented.of && { previousRefreshHash: presented.hash }),
    });
    if (isGiven) {
      return tokensFor(accessTokenKey, session, next, now);
    }
  }
  // Not `session_expired`: the client would take the session for ended.
  throw new AppError('server.unavailable');
}
