import { createHash, randomBytes } from 'node:crypto';
import { endpoints, type TokensInBody } from '@acceptance/shared';
import jwt from 'jsonwebtoken';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { signInByCode } from '../support/password-people';
import { newClient, nextPerson } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const SECOND = 1000;
const QUARTER = 15 * 60 * SECOND;

const signIn = async (): Promise<TokensInBody> => (await signInByCode(system(), nextPerson())).session;
const refresh = ({ refreshToken }: Pick<TokensInBody, 'refreshToken'>) =>
  newClient(system()).call(endpoints.auth.refreshSession, { body: { refreshToken } });
const readAccount = ({ accessToken }: TokensInBody) => {
  const client = newClient(system());
  client.accessToken = accessToken;
  return client.call(endpoints.account.readAccount, {});
};
const refused = (call: Promise<unknown>) => expectError(() => call, 'auth.session_expired');
const storedOf = ({ accessToken }: TokensInBody) =>
  system()
    .container()
    .sessions.findOne({ _id: (jwt.decode(accessToken) as { sid: string }).sid })
    .lean();

/** Refreshes a quarter of an hour later, again and again; answers all tokens, the newest last. */
async function liveOn(first: TokensInBody, generations: number): Promise<TokensInBody[]> {
  const all = [first];
  for (let generation = 0; generation < generations; generation += 1) {
    system().clock.advance(QUARTER);
    all.push(await refresh(all.at(-1)!));
  }
  return all;
}

describe('an old refresh token', () => {
  it.each([1, 2, 3, 20])('ends the session, %i generations later', async (generations) => {
    const tokens = await liveOn(await signIn(), generations);
    const newest = tokens.at(-1)!;
    expect((await readAccount(newest)).phoneMasked).toMatch(/\*/);
    system().clock.advance(11 * SECOND);
    await refused(refresh(tokens[0]!));
    await refused(readAccount(newest));
    await refused(refresh(newest));
  });

  it('of the generation before the last gets no grace', async () => {
    const [first, second] = await liveOn(await signIn(), 1);
    const third = await refresh(second!);
    await refused(refresh(first!));
    await refused(refresh(third));
  });

  it('is good for ten seconds, not for eleven', async () => {
    const first = await signIn();
    const second = await refresh(first);
    system().clock.advance(10 * SECOND);
    expect((await readAccount(await refresh(first))).phoneMasked).toMatch(/\*/);
    system().clock.advance(SECOND);
    await refused(refresh(first));
    await refused(refresh(second));
  });
});

describe('a person with a slow network or many tabs', () => {
  it('repeats what got no answer two seconds later, and goes on', async () => {
    const first = await signIn();
    await refresh(first);
    system().clock.advance(2 * SECOND);
    const again = await refresh(first);
    const all = await liveOn(again, 2);
    expect((await readAccount(all.at(-1)!)).phoneMasked).toMatch(/\*/);
  });

  it('refreshes in two tabs at once: both go on, and either token is good for the next time', async () => {
    for (const used of [0, 1]) {
      const first = await signIn();
      const both = await Promise.all([refresh(first), refresh(first)]);
      expect(both[0]!.refreshToken).not.toBe(both[1]!.refreshToken);
      await Promise.all(both.map(readAccount));
      system().clock.advance(QUARTER);
      expect((await readAccount(await refresh(both[used]!))).phoneMasked).toMatch(/\*/);
    }
  });

  it('gets four tokens of a generation at most; who comes later is told to wait, and the session stays', async () => {
    const first = await signIn();
    const calls = Array.from({ length: 12 }, () => refresh(first));
    expect(countOutcomes(await Promise.all(calls.map(outcomeOf)))).toEqual({ ok: 4, 'request.too_frequent': 8 });
    const given = (await Promise.allSettled(calls)).flatMap((call) => (call.status === 'fulfilled' ? call.value : []));
    system().clock.advance(QUARTER);
    expect((await readAccount(await refresh(given[3]!))).phoneMasked).toMatch(/\*/);
    expect((await storedOf(first))!.previousHashes).toHaveLength(4);
  });

  it('whose token was stolen in that moment is signed out as soon as both have gone on', async () => {
    const first = await signIn();
    const [mine, theirs] = [await refresh(first), await refresh(first)];
    system().clock.advance(QUARTER);
    const newest = await refresh(theirs);
    system().clock.advance(QUARTER);
    await refused(refresh(mine));
    await refused(readAccount(newest));
  });
});

describe('a made-up token', () => {
  it('with the id of somebody’s session ends nothing: ids can be guessed', async () => {
    const tokens = await signIn();
    const [sessionId, secret] = tokens.refreshToken.split('.') as [string, string];
    await refused(refresh({ refreshToken: `${sessionId}.${randomBytes(32).toString('base64url')}${'x'.repeat(22)}` }));
    await refused(refresh({ refreshToken: secret }));
    expect((await readAccount(await refresh(tokens))).phoneMasked).toMatch(/\*/);
  });
});

describe('a session from before there were families', () => {
  /** Makes the session look as it was stored then, with a token of that shape. */
  async function signInAsBefore(): Promise<TokensInBody> {
    const tokens = await signIn();
    const refreshToken = randomBytes(32).toString('base64url');
    const { _id } = (await storedOf(tokens))!;
    const refreshHash = createHash('sha256').update(refreshToken).digest('hex');
    const lacking = { family: 1, siblingHashes: 1, previousHashes: 1, rotatedAt: 1, revision: 1 } as const;
    await system().container().sessions.updateOne({ _id }, { $set: { refreshHash }, $unset: lacking });
    return { ...tokens, refreshToken };
  }

  it('goes on, with tokens of the new shape', async () => {
    const all = await liveOn(await signInAsBefore(), 3);
    expect(all[1]!.refreshToken).toMatch(/^[0-9a-f]{24}\.[\w-]{65}$/);
    expect((await readAccount(all[3]!)).phoneMasked).toMatch(/\*/);
  });

  it('has the grace too', async () => {
    const first = await signInAsBefore();
    const both = await Promise.all([refresh(first), refresh(first)]);
    system().clock.advance(2 * SECOND);
    await liveOn(await refresh(first), 1);
    expect(new Set(both.map(({ refreshToken }) => refreshToken.slice(0, 47))).size).toBe(1);
  });

  it('ends with its old token, however many generations later', async () => {
    const all = await liveOn(await signInAsBefore(), 3);
    await refused(refresh(all[0]!));
    await refused(refresh(all[3]!));
  });
});
