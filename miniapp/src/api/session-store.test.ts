import { AppError, type SessionTokens } from '@acceptance/shared';
import { sendAuthorized } from './authorized-send';
import { NetworkError } from './network-error';
import { createSessionStore, type SessionStore } from './session-store';
import type { TokenPlace } from './token-place';

const tokens = (name: string): SessionTokens => ({
  accessToken: `access-${name}`,
  accessTokenExpiresAt: '2026-11-22T09:00:00.000Z',
  refreshToken: `refresh-${name}`,
});

/** A server that knows one valid access token and rotates refresh tokens, and a device's storage. */
function setUp(tokenPlace: TokenPlace = 'storage') {
  const values = new Map<string, unknown>();
  const storage = {
    read: (key: string) => values.get(key),
    write: (key: string, value: unknown) => void values.set(key, value),
    remove: (key: string) => void values.delete(key),
  };
  const server = {
    validAccessToken: 'access-first',
    refreshes: [] as unknown[],
    refresh: async ({ refreshToken }: SessionTokens): Promise<SessionTokens> => {
      server.refreshes.push(refreshToken);
      server.validAccessToken = 'access-second';
      return tokens('second');
    },
  };
  const refreshTokens = (used: SessionTokens) => server.refresh(used);
  const store = createSessionStore({ key: 'applicant', storage, tokenPlace, refreshTokens });
  const send = async (accessToken: string): Promise<string> => {
    if (accessToken !== server.validAccessToken) {
      throw new AppError('auth.session_expired');
    }
    return `answer to ${accessToken}`;
  };
  return { values, storage, server, store, send };
}

const endedCount = (store: SessionStore): { count: number } => {
  const seen = { count: 0 };
  store.onEnded(() => {
    seen.count += 1;
  });
  return seen;
};

describe('a session', () => {
  it('stores only the tokens, and forgets them when it ends', () => {
    const { store, values } = setUp();
    const ended = endedCount(store);
    store.start({ ...tokens('first'), account: { phoneMasked: '138****1234' } } as SessionTokens);
    expect(values.get('applicant')).toEqual(tokens('first'));
    store.end();
    expect(store.current()).toBeNull();
    expect(ended.count).toBe(1);
  });

  it('ignores what another version left in storage', () => {
    const { store, storage } = setUp();
    storage.write('applicant', { token: 'old' });
    expect(store.current()).toBeNull();
  });

  it('sends nothing without tokens', async () => {
    const { store, send } = setUp();
    await expect(sendAuthorized(store, send)).rejects.toMatchObject({ code: 'auth.required' });
  });

  it('shares one refresh among parallel calls and sends each of them again', async () => {
    const { store, send, server } = setUp();
    store.start(tokens('first'));
    server.validAccessToken = 'none';
    const answers = await Promise.all([1, 2, 3].map(() => sendAuthorized(store, send)));
    expect(answers).toEqual(['answer to access-second', 'answer to access-second', 'answer to access-second']);
    expect(server.refreshes).toEqual(['refresh-first']);
    expect(store.current()).toEqual(tokens('second'));
  });

  it('uses tokens that another tab has renewed instead of refreshing', async () => {
    const { store, server } = setUp();
    store.start(tokens('second'));
    await expect(store.renew('access-first')).resolves.toEqual(tokens('second'));
    expect(server.refreshes).toEqual([]);
  });

  it.each([
    new AppError('auth.session_expired'),
    new AppError('request.too_frequent', { details: { seconds: 10 } }),
    new NetworkError('timeout'),
  ])('takes over the tokens of a tab that was quicker with the same refresh token, instead of: %s', async (error) => {
    const { store, server } = setUp();
    store.start(tokens('first'));
    server.refresh = async () => {
      store.start(tokens('second'));
      throw error;
    };
    await expect(store.renew('access-first')).resolves.toEqual(tokens('second'));
  });

  it('ends when the server refuses the refresh, telling its listeners once', async () => {
    const { store, send, server } = setUp();
    store.start(tokens('first'));
    server.validAccessToken = 'none';
    server.refresh = async () => {
      throw new AppError('auth.session_expired');
    };
    const ended = endedCount(store);
    const outcomes = await Promise.allSettled([sendAuthorized(store, send), sendAuthorized(store, send)]);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.code)).toEqual([
      'auth.session_expired',
      'auth.session_expired',
    ]);
    expect(store.current()).toBeNull();
    expect(ended.count).toBe(1);
  });

  it('stays when the refresh meets no network, and refreshes again at the next call', async () => {
    const { store, send, server } = setUp();
    store.start(tokens('first'));
    server.validAccessToken = 'none';
    const working = server.refresh;
    server.refresh = async () => {
      throw new NetworkError('offline');
    };
    await expect(sendAuthorized(store, send)).rejects.toBeInstanceOf(NetworkError);
    expect(store.current()).toEqual(tokens('first'));
    server.refresh = working;
    await expect(sendAuthorized(store, send)).resolves.toBe('answer to access-second');
  });

  it('does not refresh for errors that have nothing to do with the session', async () => {
    const { store, server } = setUp();
    store.start(tokens('first'));
    const refuse = async () => {
      throw new AppError('auth.forbidden');
    };
    await expect(sendAuthorized(store, refuse)).rejects.toMatchObject({ code: 'auth.forbidden' });
    expect(server.refreshes).toEqual([]);
  });
});

describe('a session whose refresh token is in a cookie', () => {
  const withoutRefreshToken = (name: string): SessionTokens => {
    const { refreshToken: _, ...rest } = tokens(name);
    return rest;
  };

  it('stores none, and refreshes without one', async () => {
    const { store, values, server, send } = setUp('cookie');
    store.start(withoutRefreshToken('first'));
    expect(values.get('applicant')).toEqual(withoutRefreshToken('first'));
    server.validAccessToken = 'none';
    const working = server.refresh;
    server.refresh = async (used) => {
      await working(used);
      return withoutRefreshToken('second');
    };
    await expect(sendAuthorized(store, send)).resolves.toBe('answer to access-second');
    expect(server.refreshes).toEqual([undefined]);
    expect(values.get('applicant')).toEqual(withoutRefreshToken('second'));
  });

  it('uses the one that an older version stored once, and forgets it', async () => {
    const { store, storage, values, server } = setUp('cookie');
    storage.write('applicant', tokens('first'));
    server.refresh = async ({ refreshToken }) => {
      server.refreshes.push(refreshToken);
      return withoutRefreshToken('second');
    };
    await expect(store.renew('access-first')).resolves.toEqual(withoutRefreshToken('second'));
    expect(server.refreshes).toEqual(['refresh-first']);
    expect(JSON.stringify([...values])).not.toContain('refresh-');
  });

  it('takes over what another tab got that was quicker', async () => {
    const { store, server } = setUp('cookie');
    store.start(withoutRefreshToken('first'));
    server.refresh = async () => {
      store.start(withoutRefreshToken('second'));
      throw new AppError('request.too_frequent', { details: { seconds: 10 } });
    };
    await expect(store.renew('access-first')).resolves.toEqual(withoutRefreshToken('second'));
  });

  it('does not take a session without a refresh token for one where there are no cookies', () => {
    const { store, storage } = setUp('storage');
    storage.write('applicant', withoutRefreshToken('first'));
    expect(store.current()).toBeNull();
  });
});
