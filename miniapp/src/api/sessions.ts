import type { AnyEndpoint, SessionTokens } from '@acceptance/shared';
import { endpoints } from '@acceptance/shared';
import { localStorage } from '../platform/storage';
import { refreshPatiently } from './refresh-patiently';
import { createSessionStore, type SessionStore } from './session-store';
import { tokenPlaceHeader } from './token-place';
import { sendJson, TOKEN_PLACE } from './transport';

const refreshBy =
  (endpoint: typeof endpoints.auth.refreshSession | typeof endpoints.staff.refreshStaffSession) =>
  // Without a refresh token the browser has it, in its cookie.
  ({ refreshToken }: SessionTokens): Promise<SessionTokens> => {
    const { method, path } = endpoint;
    const request = { method, path, body: { refreshToken }, header: tokenPlaceHeader(endpoint, TOKEN_PLACE) };
    return refreshPatiently(async (timeoutMs) => (await sendJson({ ...request, timeoutMs })) as SessionTokens);
  };

/** Session of the person who applies. */
export const applicantSession: SessionStore = createSessionStore({
  key: 'applicant-session',
  storage: localStorage,
  tokenPlace: TOKEN_PLACE,
  refreshTokens: refreshBy(endpoints.auth.refreshSession),
});

/** Session of a member of staff; both may be signed in on one device. */
export const staffSession: SessionStore = createSessionStore({
  key: 'staff-session',
  storage: localStorage,
  tokenPlace: TOKEN_PLACE,
  refreshTokens: refreshBy(endpoints.staff.refreshStaffSession),
});

/** Whose session a call needs; null for public endpoints. */
export function sessionFor({ access }: Pick<AnyEndpoint, 'access'>): SessionStore | null {
  if (access === 'public' || access === 'provider') {
    return null;
  }
  return typeof access === 'object' ? staffSession : applicantSession;
}
