import { AppError, type OwnSession } from '@acceptance/shared';
import { deviceWords } from './device-words';
import type { SessionModel, SessionRecord } from './session.model';
import { endSession, endSessions } from './sessions';
import type { TrustedDeviceModel } from './trusted-device.model';
import { distrustKeys } from './trusted-devices';

export interface OwnSessionDependencies {
  readonly sessions: SessionModel;
  readonly trustedDevices: TrustedDeviceModel;
}

/** The applicant who asks, and the session they ask from. */
export interface SessionOwner {
  readonly accountId: string;
  readonly sessionId: string;
  readonly now: Date;
}

const MOST_SHOWN = 100;

const presentSession = (session: SessionRecord, currentId: string): OwnSession => ({
  id: session._id.toHexString(),
  device: deviceWords(session.userAgent),
  place: session.place ?? null,
  signedInAt: session.createdAt.toISOString(),
  lastUsedAt: session.lastUsedAt.toISOString(),
  current: session._id.toHexString() === currentId,
});

/** The signed-in devices of an applicant, the last used first. */
export async function listOwnSessions(
  { sessions }: Pick<OwnSessionDependencies, 'sessions'>,
  { accountId, sessionId, now }: SessionOwner,
): Promise<{ items: OwnSession[] }> {
  const found = await sessions
    .find({ kind: 'applicant', subjectId: accountId, endedAt: null, expiresAt: { $gt: now } })
    .sort({ lastUsedAt: -1, _id: -1 })
    .limit(MOST_SHOWN)
    .lean<SessionRecord[]>();
  return { items: found.map((session) => presentSession(session, sessionId)) };
}

/** Signs the device out that asks; with `forgetDevice` its password alone opens nothing on it any more. */
export async function signOut(
  { sessions, trustedDevices }: OwnSessionDependencies,
  { sessionId, now }: SessionOwner,
  { forgetDevice }: { readonly forgetDevice: boolean },
): Promise<void> {
  if (forgetDevice) {
    // First: who is signed out cannot ask again.
    const current = await sessions.findOne({ _id: sessionId }, { deviceKey: 1 }).lean<{ deviceKey?: string }>();
    await distrustKeys(trustedDevices, current?.deviceKey ? [current.deviceKey] : []);
  }
  await endSession(sessions, sessionId, now);
}

/**
 * Signs one device of one's own out; its password alone opens nothing on it any more. Repeating it changes nothing.
 * @throws AppError auth.session_not_found for one of somebody else
 */
export async function endOwnSession(
  { sessions, trustedDevices }: OwnSessionDependencies,
  { accountId, now }: SessionOwner,
  endedId: string,
): Promise<void> {
  const session = await sessions
    .findOne({ _id: endedId, kind: 'applicant', subjectId: accountId })
    .lean<SessionRecord>();
  if (!session) {
    throw new AppError('auth.session_not_found');
  }
  await endSession(sessions, endedId, now);
  await distrustKeys(trustedDevices, session.deviceKey ? [session.deviceKey] : []);
}

/** Signs all devices out but the one that asks. */
export async function endOtherSessions(
  { sessions, trustedDevices }: OwnSessionDependencies,
  { accountId, sessionId, now }: SessionOwner,
): Promise<void> {
  const devices = await endSessions(sessions, { kind: 'applicant', subjectId: accountId, except: sessionId, now });
  const current = await sessions.findOne({ _id: sessionId }, { deviceKey: 1 }).lean<{ deviceKey?: string }>();
  await distrustKeys(
    trustedDevices,
    devices.filter((key) => key !== current?.deviceKey),
  );
}
