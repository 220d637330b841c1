import {
  type AnyEndpoint,
  API_BASE_PATH,
  COOKIE_MODE,
  REFRESH_COOKIES,
  SECURE_COOKIE_PREFIX,
  type SessionKind,
} from '@acceptance/shared';

type Json = Record<string, unknown>;

const KINDS = Object.keys(REFRESH_COOKIES) as SessionKind[];
const schemeOf = (kind: SessionKind): string => `${kind}RefreshCookie`;
const fullName = (kind: SessionKind): string => `${SECURE_COOKIE_PREFIX}${REFRESH_COOKIES[kind].name}`;
const pathOf = (kind: SessionKind): string => `${API_BASE_PATH}${REFRESH_COOKIES[kind].path}`;

/** The refresh cookies, by the names that they have over HTTPS. */
export const cookieSchemes = (): Json =>
  Object.fromEntries(
    KINDS.map((kind) => [
      schemeOf(kind),
      {
        type: 'apiKey',
        in: 'cookie',
        name: fullName(kind),
        description: `仅供 H5：刷新令牌，HttpOnly，SameSite=Strict，只发往 ${pathOf(kind)}；须同时带请求头 ${COOKIE_MODE.header}。不在 HTTPS 上时名称没有前缀 ${SECURE_COOKIE_PREFIX}`,
      },
    ]),
  );

/** Where the cookie refreshes a session it is one way of two: the other one is the token in the body. */
export const cookieSecurityOf = ({ refreshCookie }: AnyEndpoint): Json[] =>
  refreshCookie?.act === 'rotate' ? [{ [schemeOf(refreshCookie.of)]: [] }, {}] : [];

/** The header by which a caller asks for the cookie. */
export const cookieParametersOf = ({ refreshCookie }: AnyEndpoint): Json[] =>
  refreshCookie
    ? [
        {
          name: COOKIE_MODE.header,
          in: 'header',
          required: false,
          description: '浏览器以 cookie 保存刷新令牌时填写；不填时刷新令牌在请求体和应答体里',
          schema: { type: 'string', enum: [COOKIE_MODE.value] },
        },
      ]
    : [];

/** What the answer sets, for callers that asked. */
export function cookieHeadersOf({ refreshCookie }: AnyEndpoint): Json {
  if (!refreshCookie) {
    return {};
  }
  const { of, act } = refreshCookie;
  const what = act === 'drop' ? '删除' : '设置';
  const description = `仅在请求带 ${COOKIE_MODE.header} 时：${what} ${fullName(of)}（Path=${pathOf(of)}; Secure; HttpOnly; SameSite=Strict）`;
  return { headers: { 'Set-Cookie': { description, schema: { type: 'string' } } } };
}
