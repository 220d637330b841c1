import {
  type AnyEndpoint,
  API_BASE_PATH,
  AppError,
  COOKIE_MODE,
  REFRESH_COOKIES,
  SECURE_COOKIE_PREFIX,
  type SessionKind,
  type SessionTokens,
  type TokensInBody,
} from '@acceptance/shared';
import type { Context } from 'koa';

/** What a handler answers that opens or refreshes a session. Where the refresh token travels is not its business. */
export interface OpenedSession extends TokensInBody {
  /** The cookie goes with the session. */
  readonly sessionExpiresAt: Date;
}

/** The refresh cookie of one call. Nothing is written before the call is over and recorded. */
export interface RefreshCookie {
  /** The token that the browser sent. */
  token(): string | null;
  /** Takes the refresh token out of what the body will say, and keeps it for `afterSuccess`. */
  take(opened: OpenedSession): SessionTokens;
  afterSuccess(): void;
  /** A session that is over leaves no cookie behind; every other refusal leaves it as it is. */
  afterRefusal(error: unknown): void;
}

/** Null where the endpoint has no such cookie, or the caller keeps its refresh token itself. */
export function refreshCookieOf({ refreshCookie }: AnyEndpoint, ctx: Context, secure: boolean): RefreshCookie | null {
  if (!refreshCookie || ctx.get(COOKIE_MODE.header) !== COOKIE_MODE.value) {
    return null;
  }
  const { of, act } = refreshCookie;
  const { name, path } = REFRESH_COOKIES[of];
  const fullName = secure ? `${SECURE_COOKIE_PREFIX}${name}` : name;
  const attributes = { httpOnly: true, sameSite: 'strict', secure, path: `${API_BASE_PATH}${path}` } as const;
  const write = (value: string | null, expires?: Date): void => {
    // The proxy before us ends TLS, so that koa takes every connection for a plain one.
    ctx.cookies.secure = secure;
    ctx.cookies.set(fullName, value, { ...attributes, expires });
  };
  let kept: OpenedSession | null = null;
  return {
    token: () => ctx.cookies.get(fullName) ?? null,
    take(opened) {
      kept = opened;
      const { refreshToken: _, ...answer } = opened;
      return answer;
    },
    afterSuccess() {
      if (kept) {
        write(kept.refreshToken, kept.sessionExpiresAt);
      } else if (act === 'drop') {
        write(null);
      }
    },
    afterRefusal(error) {
      if (act === 'rotate' && error instanceof AppError && error.code === 'auth.session_expired') {
        write(null);
      }
    },
  };
}

/** What a call presents to go on with a session. */
export interface PresentedRefresh {
  /** Null when the browser had no cookie, and for endpoints that refresh nothing. */
  readonly refreshToken: string | null;
  /** Whose cookie the next token goes into; null when it goes into the body. */
  readonly cookieOf: SessionKind | null;
}

/**
 * A token in the body comes first: a page that kept it in its storage moves to the cookie by refreshing.
 * @throws AppError request.invalid when there is none in the body and no cookie is asked for
 */
export function presentedRefreshOf(
  { refreshCookie }: AnyEndpoint,
  body: unknown,
  cookie: RefreshCookie | null,
): PresentedRefresh {
  if (refreshCookie?.act !== 'rotate') {
    return { refreshToken: null, cookieOf: null };
  }
  const { refreshToken } = body as { refreshToken?: string };
  if (refreshToken === undefined && !cookie) {
    throw new AppError('request.invalid', { fields: [{ path: 'refreshToken', message: '请填写' }] });
  }
  return { refreshToken: refreshToken ?? cookie?.token() ?? null, cookieOf: cookie && refreshCookie.of };
}
