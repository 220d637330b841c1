import { AppError } from '@acceptance/shared';
import type { ReadAccessToken } from '../../http/authenticate';
import type { AccountModel } from '../account';
import { type AccessTokenKey, readClaims } from './access-token';
import type { SessionModel } from './session.model';
import { joinLiveSession, rightsOfLiveSession } from './sessions';
import type { StaffDirectory } from './staff-directory';

/** @throws AppError auth.session_expired */
function unlessOver<Rights>(rights: Rights | null): Rights {
  if (!rights) {
    throw new AppError('auth.session_expired');
  }
  return rights;
}

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
    const session = joinLiveSession(sessions, { sessionId, now });
    if (kind === 'applicant') {
      const rights = await rightsOfLiveSession(accounts, subjectId, session);
      return { kind, id: subjectId, sessionId, ...unlessOver(rights) };
    }
    return { kind, id: subjectId, sessionId, ...unlessOver(await staffDirectory.rightsOf(subjectId, session)) };
  };
}
