import { AppError } from '@acceptance/shared';
import type { ReadAccessToken } from '../../http/authenticate';
import type { AccountModel } from '../account';
import { type AccessTokenKey, readClaims } from './access-token';
import type { SessionModel } from './session.model';
import { isSessionLive } from './sessions';
import type { StaffDirectory } from './staff-directory';

/** Makes the check of every request: a valid token, a live session, and today's rights of its subject. */
export function createAccessTokenReader(dependencies: {
  readonly accounts: AccountModel;
  readonly sessions: SessionModel;
  readonly staffDirectory: StaffDirectory;
  /** All that may have signed a living token. */
  readonly accessTokenKeys: readonly AccessTokenKey[];
}): ReadAccessToken {
  const { accounts, sessions, staffDirectory, accessTokenKeys } = dependencies;
  const accountOf = (subjectId: string) =>
    accounts
      .findOne({ _id: subjectId, closedAt: { $exists: false } }, { 'identity.verifiedAt': 1 })
      .lean<{ identity?: unknown }>();
  return async (token, now) => {
    const { subjectId, sessionId, kind } = readClaims(accessTokenKeys, token, now);
    // Side by side: whoever waits for an answer waits for one of them only.
    const [isLive, rights] = await Promise.all([
      isSessionLive(sessions, sessionId, now),
      kind === 'staff' ? staffDirectory.rightsOf(subjectId) : accountOf(subjectId),
    ]);
    if (!isLive || !rights) {
      throw new AppError('auth.session_expired');
    }
    return 'roles' in rights
      ? { kind: 'staff', id: subjectId, sessionId, ...rights }
      : { kind: 'applicant', id: subjectId, sessionId, identityVerified: Boolean(rights.identity) };
  };
}
