import { ApiError, type SessionTokens } from '@acceptance/shared';
import type { KeyValueStorage } from '../platform/key-value-storage';
import type { TokenPlace } from './token-place';

export interface SessionStoreOptions {
  /** Storage key; one per kind of session, so that staff and applicant never mix. */
  readonly key: string;
  readonly storage: KeyValueStorage;
  readonly tokenPlace: TokenPlace;
  /** Exchanges a refresh token; throws ApiError 401 when the session is over. */
  readonly refreshTokens: (used: SessionTokens) => Promise<SessionTokens>;
}

export interface SessionStore {
  /** Tokens of the signed-in person, or null. */
  current(): SessionTokens | null;
  start(tokens: SessionTokens): void;
  /** Forgets the tokens and tells the listeners. */
  end(): void;
  /**
   * Newer tokens than `rejectedAccessToken`: those already stored, or refreshed ones. Parallel callers share one refresh,
   * because the server gives few answers for one refresh token. Null when the session is over; network failures are thrown and end nothing.
   */
  renew(rejectedAccessToken: string): Promise<SessionTokens | null>;
  /** Called after the session has ended, by the server or by `end`. Returns the way to stop listening. */
  onEnded(listener: () => void): () => void;
}

const isTokens = (value: unknown, place: TokenPlace): value is SessionTokens => {
  const { accessToken, refreshToken } = (value ?? {}) as Partial<SessionTokens>;
  // One that is in the storage though there are cookies comes from an older version; refreshing moves it to the cookie.
  return typeof accessToken === 'string' && (place === 'cookie' || typeof refreshToken === 'string');
};

/** Whether both are of the same refresh. Those with their refresh token in a cookie are told apart by the other one. */
const areSame = (one: SessionTokens, other: SessionTokens): boolean =>
  one.refreshToken === other.refreshToken && one.accessToken === other.accessToken;

/** Keeps the tokens of one kind of session. Storage is read each time: another tab may have renewed them. */
export function createSessionStore({ key, storage, tokenPlace, refreshTokens }: SessionStoreOptions): SessionStore {
  const listeners = new Set<() => void>();
  let renewing: Promise<SessionTokens | null> | null = null;

  const current = (): SessionTokens | null => {
    const stored = storage.read(key);
    return isTokens(stored, tokenPlace) ? stored : null;
  };
  const start = ({ accessToken, accessTokenExpiresAt, refreshToken }: SessionTokens): void =>
    storage.write(key, { accessToken, accessTokenExpiresAt, ...(refreshToken !== undefined && { refreshToken }) });
  const end = (): void => {
    storage.remove(key);
    for (const listener of [...listeners]) {
      listener();
    }
  };

  const refresh = async (used: SessionTokens): Promise<SessionTokens | null> => {
    try {
      const tokens = await refreshTokens(used);
      start(tokens);
      return tokens;
    } catch (error) {
      // Whatever went wrong here: another tab was quicker, and its tokens are as good.
      const stored = current();
      if (stored && !areSame(stored, used)) {
        return stored;
      }
      if (!(error instanceof ApiError && error.status === 401)) {
        throw error;
      }
      end();
      return null;
    }
  };

  const renew = async (rejectedAccessToken: string): Promise<SessionTokens | null> => {
    const stored = current();
    if (!stored || stored.accessToken !== rejectedAccessToken) {
      return stored;
    }
    renewing ??= refresh(stored).finally(() => {
      renewing = null;
    });
    return renewing;
  };

  const onEnded = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };

  return { current, start, end, renew, onEnded };
}
