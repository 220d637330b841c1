import { type AnyEndpoint, API_BASE_PATH, buildPath, COOKIE_MODE } from '@acceptance/shared';

/** A cookie as it was set, with its attributes in the order in which they came. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly attributes: readonly string[];
}

export interface CookieAnswer {
  readonly status: number;
  /** The error's code, when the body is one of our errors. */
  readonly code: string | undefined;
  readonly body: Record<string, unknown>;
  readonly cookie: SetCookie | null;
}

export interface SentCall {
  readonly body?: object;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  /** Instead of what the browser has. */
  readonly cookie?: string;
}

export const ASKED_FOR = { [COOKIE_MODE.header]: COOKIE_MODE.value };

function readSetCookie(line: string | undefined): SetCookie | null {
  if (!line) {
    return null;
  }
  const [pair = '', ...attributes] = line.split('; ');
  const at = pair.indexOf('=');
  return { name: pair.slice(0, at), value: pair.slice(at + 1), attributes };
}

/** A browser with the H5 page open: it keeps one cookie, sends it with every call, and no script sees it. */
export function openCookieBrowser(origin: string) {
  let kept: SetCookie | null = null;
  return {
    /** `name=value`, or nothing. */
    cookie: () => (kept?.value ? `${kept.name}=${kept.value}` : undefined),
    async call(endpoint: AnyEndpoint, { body, query, headers, cookie }: SentCall = {}): Promise<CookieAnswer> {
      const sent = cookie ?? this.cookie();
      const response = await fetch(`${origin}${API_BASE_PATH}${buildPath(endpoint, { query })}`, {
        method: endpoint.method,
        headers: {
          ...(body && { 'content-type': 'application/json' }),
          ...(sent && { cookie: sent }),
          ...(headers ?? ASKED_FOR),
        },
        body: body && JSON.stringify(body),
      });
      const text = await response.text();
      const answered = (text ? JSON.parse(text) : {}) as Record<string, unknown> & { error?: { code: string } };
      const set = readSetCookie(response.headers.getSetCookie()[0]);
      kept = set ?? kept;
      return { status: response.status, code: answered.error?.code, body: answered, cookie: set };
    },
  };
}
