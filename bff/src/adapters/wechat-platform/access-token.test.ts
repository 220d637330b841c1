import { createAccessTokenSource } from './access-token';

const START = Date.parse('2026-11-22T02:00:00Z');

/** A platform that hands out token1, token2 … of the given lifetime, and counts. */
function tokensOf(expiresIn: number) {
  const platform = { requests: 0, time: START };
  const source = createAccessTokenSource(
    async () => {
      platform.requests += 1;
      return { errcode: 0, content: { access_token: `token${platform.requests}`, expires_in: expiresIn } };
    },
    { appid: 'wxdemo', appSecret: 'demo', now: () => new Date(platform.time) },
  );
  return { platform, source };
}

it('keeps a token until five minutes before its end', async () => {
  const { platform, source } = tokensOf(7200);
  expect(await source.current()).toBe('token1');
  platform.time = START + 6900_000 - 1;
  expect(await source.current()).toBe('token1');
  platform.time = START + 6900_000;
  expect(await source.current()).toBe('token2');
});

it('does not throw away the new token when the old one is discarded late', async () => {
  const { platform, source } = tokensOf(7200);
  const old = await source.current();
  source.discard(old);
  expect(await source.current()).toBe('token2');
  source.discard(old);
  expect(await source.current()).toBe('token2');
  expect(platform.requests).toBe(2);
});

it('uses a token that is about to end, but asks again next time', async () => {
  const { source } = tokensOf(100);
  expect(await source.current()).toBe('token1');
  expect(await source.current()).toBe('token2');
});
