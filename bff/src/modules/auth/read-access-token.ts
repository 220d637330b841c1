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
  return async (token, now) => {
    const { subjectId, sessionId, kind } = readClaims(accessTokenKeys, token, now);
    if (!(await isSessionLive(sessions, sessionId, now))) {
      throw new AppError('auth.session_expired');
    }
    if (kind === 'staff') {
      return { kind, id: subjectId, sessionId, ...(await staffDirectory.rightsOf(subjectId)) };
    }
    const account = await accounts
      .findOne({ _id: subjectId, closedAt: { $exists: false } }, { 'identity.verifiedAt': 1 })
      .lean<{ identity?: unknown }>();
    if (!account) {
      throw new AppError('auth.session_expired');
    }
    return { kind, id: subjectId, sessionId, identityVerified: Boolean(account.identity) };
  };
}
