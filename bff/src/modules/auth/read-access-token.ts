import { AppError } from '@acceptance/shared';
import type { ReadAccessToken } from '../../http/authenticate';
import type { AccountModel } from '../account';
import { type AccessTokenKey, readClaims } from './access-token';
import type { SessionModel } from './session.model';
import { isSessionLive, rightsOfLiveSession } from './sessions';
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
    if (kind === 'applicant') {
      const rights = await rightsOfLiveSession(accounts, sessions, { subjectId, sessionId, now });
      if (!rights) {
        throw new AppError('auth.session_expired');
      }
      return { kind, id: subjectId, sessionId, ...rights };
    }
    // Side by side: whoever waits for an answer waits for one of them only.
    const [isLive, rights] = await Promise.all([
      isSessionLive(sessions, sessionId, now),
      staffDirectory.rightsOf(subjectId),
    ]);
    if (!isLive) {
      throw new AppError('auth.session_expired');
    }
    return { kind, id: subjectId, sessionId, ...rights };
  };
}
