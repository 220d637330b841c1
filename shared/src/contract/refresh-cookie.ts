/** Whose session a refresh token is of. */
export type SessionKind = 'applicant' | 'staff';

/**
 * What an endpoint does with the refresh cookie when the caller keeps its refresh token there. `give`: opens a session,
 * the token goes into the cookie. `rotate`: takes the token from the cookie and gives the next one. `drop`: removes it.
 */
export interface RefreshCookieUse {
  readonly of: SessionKind;
  readonly act: 'give' | 'rotate' | 'drop';
}

export interface RefreshCookieDeclaration {
  /** Without the prefix that it has over HTTPS. */
  readonly name: string;
  /** Below the API's base path: the browser sends it to nothing else. */
  readonly path: string;
}

/** One for each kind of session: both may be open in one browser. */
export const REFRESH_COOKIES: Readonly<Record<SessionKind, RefreshCookieDeclaration>> = {
  applicant: { name: 'applicant-refresh', path: '/auth/sessions' },
  staff: { name: 'staff-refresh', path: '/staff/sessions' },
};

/** Browsers believe a name with it only from a Secure cookie over HTTPS. `__Host-` would forbid the narrow path. */
export const SECURE_COOKIE_PREFIX = '__Secure-';

/**
 * How a caller says that it keeps its refresh token in a cookie; without it the token travels in the body. Another site
 * cannot send the header: its browser would have to ask us first (CORS), and we never allow it.
 */
export const COOKIE_MODE = { header: 'x-refresh-token-in', value: 'cookie' } as const;
