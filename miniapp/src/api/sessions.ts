import type { AnyEndpoint, SessionTokens } from '@acceptance/shared';
import { endpoints } from '@acceptance/shared';
import { localStorage } from '../platform/storage';
import { refreshPatiently } from './refresh-patiently';
import { createSessionStore, type SessionStore } from './session-store';
import { sendJson } from './transport';

const { method, path } = endpoints.auth.refreshSession;

const refreshTokens = (refreshToken: string): Promise<SessionTokens> =>
  refreshPatiently(
    async (timeoutMs) => (await sendJson({ method, path, body: { refreshToken }, timeoutMs })) as SessionTokens,
  );

/** Session of the person who applies. */
export const applicantSession: SessionStore = createSessionStore({
  key: 'applicant-session',
  storage: localStorage,
  refreshTokens,
});

/** Session of a member of staff; both may be signed in on one device. */
export const staffSession: SessionStore = createSessionStore({
  key: 'staff-session',
  storage: localStorage,
  refreshTokens,
});

/** Whose session a call needs; null for public endpoints. */
export function sessionFor({ access }: Pick<AnyEndpoint, 'access'>): SessionStore | null {
  if (access === 'public' || access === 'provider') {
    return null;
  }
  return typeof access === 'object' ? staffSession : applicantSession;
}
