import { randomBytes } from 'node:crypto';

const LIFETIME_MS = 7200_000;
/** In the last five minutes normal mode hands out the next token; the old one stays good till its end. */
const RENEWAL_MS = 5 * 60_000;
const FORCED_PER_DAY = 20;
const FORCED_APART_MS = 30_000;

interface Token {
  text: string;
  expiresAt: number;
}

export type TokenVerdict = 'ok' | 'missingToken' | 'invalidToken' | 'expiredToken';

export interface AccessTokens {
  /** The token and its remaining seconds, or the limit that forced renewals ran into. */
  stable(forceRefresh: boolean): { access_token: string; expires_in: number } | 'dailyLimit' | 'minuteLimit';
  check(token: string | null): TokenVerdict;
  /** Ends the current token at once, as the platform does after a reset of the app secret. */
  expire(): void;
}

/** The platform's side of `POST /cgi-bin/stable_token`. */
export function createAccessTokens(now: () => Date): AccessTokens {
  let current: Token | undefined;
  const earlier = new Map<string, number>();
  let forcedAt: number[] = [];

  const renew = (at: number): Token => {
    // A real token has more than 100 characters, and 512 must be reserved for it.
    current = { text: `demo_${randomBytes(96).toString('base64url')}`, expiresAt: at + LIFETIME_MS };
    return current;
  };
  const retire = (expiresAt: number): void => {
    if (current) earlier.set(current.text, Math.min(current.expiresAt, expiresAt));
    current = undefined;
  };

  return {
    stable(forceRefresh) {
      const at = now().getTime();
      if (forceRefresh) {
        forcedAt = forcedAt.filter((time) => at - time < 24 * 3600_000);
        if (forcedAt.length >= FORCED_PER_DAY) return 'dailyLimit';
        if (forcedAt.some((time) => at - time < FORCED_APART_MS)) return 'minuteLimit';
        forcedAt.push(at);
        retire(at - 1);
      } else if (current && current.expiresAt - at <= RENEWAL_MS) {
        retire(current.expiresAt);
      }
      const token = current ?? renew(at);
      return { access_token: token.text, expires_in: Math.floor((token.expiresAt - at) / 1000) };
    },
    check(text) {
      if (!text) return 'missingToken';
      const expiresAt = text === current?.text ? current.expiresAt : earlier.get(text);
      if (expiresAt === undefined) return 'invalidToken';
      return now().getTime() > expiresAt ? 'expiredToken' : 'ok';
    },
    expire: () => retire(now().getTime() - 1),
  };
}
