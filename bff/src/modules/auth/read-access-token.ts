import { AppError } from '@acceptance/shared';
import type { ReadAccessToken } from '../../http/authenticate';
import { type AccountModel, keepCallerAccount } from '../account';
import { type AccessTokenKey, readClaims } from './access-token';
import type { SessionModel } from './session.model';
import { accountOfLiveSession, joinLiveSession } from './sessions';
import type { StaffDirectory } from './staff-directory';

/** @throws AppError auth.session_expired */
function unlessOver<Found>(found: Found | null): Found {
  if (!found) {
    throw new AppError('auth.session_expired');
  }
  return found;
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
  return async (token, now, alongside) => {
    const { subjectId, sessionId, kind } = readClaims(accessTokenKeys, token, now);
    const session = joinLiveSession(sessions, { sessionId, now });
    if (kind === 'applicant') {
      const read = alongside?.(subjectId) ?? null;
      const { account, found } = unlessOver(await accountOfLiveSession(accounts, subjectId, session, read));
      const caller = { kind, id: subjectId, sessionId, identityVerified: Boolean(account.identity) };
      return { actor: keepCallerAccount(caller, account), found };
    }
    const rights = unlessOver(await staffDirectory.rightsOf(subjectId, session));
    return { actor: { kind, id: subjectId, sessionId, ...rights }, found: [] };
  };
}
