import { type AnyEndpoint, AppError, endpoints } from '@acceptance/shared';
import Koa, { type Context } from 'koa';
import { type OpenedSession, presentedRefreshOf, type RefreshCookie, refreshCookieOf } from './refresh-cookie';

const { signInStaff, refreshStaffSession, signOutStaff, readStaff } = endpoints.staff;
const ASKED = { 'x-refresh-token-in': 'cookie' };
const opened: OpenedSession = {
  accessToken: 'access',
  accessTokenExpiresAt: '2026-11-23T02:15:00.000Z',
  refreshToken: 'session.secret',
  sessionExpiresAt: new Date('2026-11-23T14:00:00.000Z'),
};

/** A call as koa sees it, and the cookies that are written for it. */
function callWith(headers: Record<string, string>) {
  const written: string[] = [];
  const request = { headers, socket: {} };
  const response = {
    getHeader: () => written,
    setHeader: (_name: string, all: string[]) => void (written !== all && written.splice(0, written.length, ...all)),
  };
  return { ctx: new Koa().createContext(request as never, response as never) as Context, written };
}

function openCookie(endpoint: AnyEndpoint, headers: Record<string, string> = {}, secure = false) {
  const { ctx, written } = callWith({ ...ASKED, ...headers });
  const cookie = refreshCookieOf(endpoint, ctx, secure) as RefreshCookie;
  return { cookie, written };
}

describe('the refresh cookie', () => {
  it.each([
    [readStaff, ASKED],
    [signInStaff, {}],
    [signInStaff, { 'x-refresh-token-in': 'body' }],
  ])('is none of %s without being declared and asked for (%#)', (endpoint, headers) => {
    expect(refreshCookieOf(endpoint, callWith(headers as Record<string, string>).ctx, false)).toBeNull();
  });

  it('takes the token out of the body, and is written when the call is over', () => {
    const { cookie, written } = openCookie(signInStaff, {}, true);
    expect(cookie.take(opened)).not.toHaveProperty('refreshToken');
    expect(written).toEqual([]);
    cookie.afterSuccess();
    expect(written).toEqual([
      '__Secure-staff-refresh=session.secret; path=/api/staff/sessions; expires=Mon, 23 Nov 2026 14:00:00 GMT; ' +
        'samesite=strict; secure; httponly',
    ]);
  });

  it('has no prefix where there is no HTTPS, and one name for each kind of session', () => {
    const { cookie, written } = openCookie(endpoints.auth.signInWithSmsCode);
    cookie.take(opened);
    cookie.afterSuccess();
    expect(written).toEqual([
      expect.stringMatching(
        /^applicant-refresh=session\.secret; path=\/api\/auth\/sessions; .*samesite=strict; httponly$/,
      ),
    ]);
  });

  it.each([
    [false, 'staff-refresh=mine'],
    [true, '__Secure-staff-refresh=mine'],
  ])('is read by its full name alone (secure: %s)', (secure, sent) => {
    const other = secure ? 'staff-refresh=forged' : '__Secure-staff-refresh=forged';
    const headers = { cookie: `${other}; applicant-refresh=theirs; ${sent}` };
    expect(openCookie(refreshStaffSession, headers, secure).cookie.token()).toBe('mine');
    expect(openCookie(refreshStaffSession, { cookie: other }, secure).cookie.token()).toBeNull();
  });

  it('is removed by signing out, with its path', () => {
    const { cookie, written } = openCookie(signOutStaff);
    cookie.afterSuccess();
    expect(written).toEqual([
      'staff-refresh=; path=/api/staff/sessions; expires=Thu, 01 Jan 1970 00:00:00 GMT; samesite=strict; httponly',
    ]);
  });

  it.each([
    [refreshStaffSession, new AppError('auth.session_expired'), 1],
    [refreshStaffSession, new AppError('request.too_frequent'), 0],
    [refreshStaffSession, new AppError('server.unavailable'), 0],
    [refreshStaffSession, new Error('bug'), 0],
    // The access token was too old: the next call refreshes with the cookie.
    [signOutStaff, new AppError('auth.session_expired'), 0],
  ])('of a refused call is removed only when the session is over (%#)', (endpoint, error, removed) => {
    const { cookie, written } = openCookie(endpoint);
    cookie.afterRefusal(error);
    expect(written).toHaveLength(removed);
  });
});

describe('what a call presents', () => {
  const { cookie } = openCookie(refreshStaffSession, { cookie: 'staff-refresh=kept' });

  it('is the token in the body before the one in the cookie', () => {
    expect(presentedRefreshOf(refreshStaffSession, {}, cookie)).toEqual({ refreshToken: 'kept', cookieOf: 'staff' });
    const body = { refreshToken: 'stored' };
    expect(presentedRefreshOf(refreshStaffSession, body, cookie)).toEqual({
      refreshToken: 'stored',
      cookieOf: 'staff',
    });
    expect(presentedRefreshOf(refreshStaffSession, body, null)).toEqual({ refreshToken: 'stored', cookieOf: null });
  });

  it('is nothing when the cookie is gone, and wrong when no cookie was asked for', () => {
    const gone = openCookie(refreshStaffSession).cookie;
    expect(presentedRefreshOf(refreshStaffSession, {}, gone)).toEqual({ refreshToken: null, cookieOf: 'staff' });
    expect(() => presentedRefreshOf(refreshStaffSession, {}, null)).toThrow(
      expect.objectContaining({ code: 'request.invalid', fields: [{ path: 'refreshToken', message: '请填写' }] }),
    );
  });

  it('is nothing where nothing is refreshed', () => {
    const body = { refreshToken: 'x' };
    expect(presentedRefreshOf(signInStaff, body, null)).toEqual({ refreshToken: null, cookieOf: null });
  });
});
