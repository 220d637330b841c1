import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokenOperations, type TokenOperations } from './operations/agent-operations';
import { createPkcs11Driver } from './pkcs11/create-pkcs11-driver';
import { TokenError } from './pkcs11/token-error';
import { openPinTries } from './state/pin-tries';
import { openPreparationJournal } from './state/preparation-journal';
import { breakingDriver } from './testing/breaking-driver';
import { createOpensslAuthority } from './testing/openssl-authority';
import { makeSoftTokens, type SoftTokens, softTokenLibrary } from './testing/soft-tokens';
import type { TokenDriver } from './token/token-driver';

const folder = mkdtempSync(join(tmpdir(), 'broken-off-'));
const authority = createOpensslAuthority(folder);
const ORIGIN = 'https://desk.example.cn';
let softTokens: SoftTokens | undefined;
let driver: TokenDriver;

/** Nothing but what the next steps put there: each token makes every listing longer. */
async function emptyTokens(): Promise<void> {
  await driver?.close();
  softTokens?.remove();
  softTokens = makeSoftTokens();
  softTokens.use();
  driver = await createPkcs11Driver(softTokenLibrary());
}
afterAll(async () => {
  await driver?.close();
  softTokens?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What an agent that starts now does: everything it knows is in the folder and in the token. */
const operationsOn = (used: TokenDriver): TokenOperations =>
  createTokenOperations({
    driver: used,
    journal: openPreparationJournal(folder),
    tries: openPinTries(folder),
    now: () => new Date('2026-11-28T08:00:00.000Z'),
  });

let labels = 0;
const nextLabel = (): string => `CA-BROKEN-${String(++labels).padStart(4, '0')}`;

async function freeToken(): Promise<string> {
  const { tokens } = await operationsOn(driver).listTokens({}, ORIGIN);
  return tokens.find(({ state }) => state === 'free')!.id;
}

/** The token as a page finds it again after it was broken off. */
async function idOf(label: string, before: string): Promise<string> {
  const { tokens } = await operationsOn(driver).listTokens({}, ORIGIN);
  return tokens.find((token) => token.label === label)?.id ?? tokens.find(({ id }) => id === before)?.id ?? freeToken();
}

async function prepared() {
  const operations = operationsOn(driver);
  const token = await operations.prepareToken({ token: await freeToken(), label: nextLabel() }, ORIGIN);
  await operations.confirmPreparation({ label: token.label }, ORIGIN);
  return token;
}

/** Both PINs open the token. */
async function expectPinsToWork({ id, pin, adminPin }: { id: string; pin: string; adminPin: string }): Promise<void> {
  const operations = operationsOn(driver);
  const key = { token: id, pin, algorithm: 'ecdsa-p256', name: 'order-after' } as const;
  await expect(operations.makeKey(key, ORIGIN)).resolves.toMatchObject({ algorithm: 'ecdsa-p256' });
  await expect(operations.unblockPin({ token: id, adminPin }, ORIGIN)).resolves.toEqual({
    pin: expect.stringMatching(/^\d{8}$/),
  });
}

type Act = (operations: TokenOperations) => Promise<unknown>;

/** Breaks off at each call in turn, and lets `finish` do it again with what is left. How many calls there were. */
async function breakOffEverywhere(
  when: 'before' | 'after',
  isKilled: boolean,
  begin: () => Promise<{ act: Act; finish: () => Promise<void> }>,
): Promise<number> {
  for (let breakAt = 1; ; breakAt += 1) {
    await emptyTokens();
    const failure = () => (isKilled ? new Error('killed') : new TokenError('removed', 'pulled out'));
    const { act, finish } = await begin();
    const broken = breakingDriver(driver, breakAt, when, failure);
    const isWhole = await act(operationsOn(broken.driver)).then(
      () => true,
      () => false,
    );
    if (isWhole) {
      return broken.calls();
    }
    if (isKilled) {
      await driver.close();
      driver = await createPkcs11Driver(softTokenLibrary());
    }
    await finish();
  }
}

const ways = [
  ['killed before', 'before', true],
  ['killed after', 'after', true],
  ['pulled out after', 'after', false],
] as const;

describe.each(ways)('what was %s each call', (_, when, isKilled) => {
  it('of preparing a free token goes on to PINs that work', async () => {
    const calls = await breakOffEverywhere(when, isKilled, async () => {
      const [token, label] = [await freeToken(), nextLabel()];
      return {
        act: (operations) => operations.prepareToken({ token, label }, ORIGIN),
        async finish() {
          const again = await operationsOn(driver).prepareToken({ token: await idOf(label, token), label }, ORIGIN);
          await expectPinsToWork(again);
          await operationsOn(driver).confirmPreparation({ label }, ORIGIN);
        },
      };
    });
    expect(calls).toBeGreaterThanOrEqual(6);
  });

  it('of taking over a used token goes on to PINs that work', async () => {
    const calls = await breakOffEverywhere(when, isKilled, async () => {
      const { id: token, adminPin } = await prepared();
      const label = nextLabel();
      return {
        act: (operations) => operations.prepareToken({ token, label, adminPin }, ORIGIN),
        async finish() {
          const again = await operationsOn(driver).prepareToken({ token, label, adminPin }, ORIGIN);
          expect(again.adminPin).not.toBe(adminPin);
          await expectPinsToWork(again);
          await operationsOn(driver).confirmPreparation({ label }, ORIGIN);
        },
      };
    });
    expect(calls).toBeGreaterThanOrEqual(8);
  });

  it('of making a key leaves one key of that name', async () => {
    const calls = await breakOffEverywhere(when, isKilled, async () => {
      const { id: token, pin } = await prepared();
      const request = { token, pin, algorithm: 'ecdsa-p256', name: 'order-0001' } as const;
      return {
        act: (operations) => operations.makeKey(request, ORIGIN),
        async finish() {
          const { keyId } = await operationsOn(driver).makeKey(request, ORIGIN);
          const { slot } = (await driver.tokens()).find(({ serial }) => serial === token)!;
          const session = await driver.open(slot, { as: 'holder', pin });
          expect((await session.keys()).map(({ id, name }) => [id, name])).toEqual([[keyId, 'order-0001']]);
          await session.end();
        },
      };
    });
    expect(calls).toBeGreaterThanOrEqual(5);
  });

  it('of writing a certificate ends with it and its chain, checked', async () => {
    const base64 = (bytes: Buffer): string => bytes.toString('base64');
    const calls = await breakOffEverywhere(when, isKilled, async () => {
      const { id: token, pin } = await prepared();
      const operations = operationsOn(driver);
      const key = { token, pin, algorithm: 'ecdsa-p256', name: 'order-0001' } as const;
      const { keyId } = await operations.makeKey(key, ORIGIN);
      const asked = await operations.makeCertificateRequest({ token, pin, keyId, commonName: 'Test' }, ORIGIN);
      const certificate = base64(authority.issue(Buffer.from(asked.certificateRequest, 'base64')));
      const wanted = { keyId, certificate, chain: authority.chain.map(base64) };
      return {
        act: (broken) => broken.writeCertificate({ token, pin, ...wanted }, ORIGIN),
        async finish() {
          await operationsOn(driver).writeCertificate({ token, pin, ...wanted }, ORIGIN);
          await expect(operationsOn(driver).listCertificates({ token }, ORIGIN)).resolves.toEqual({
            certificates: [wanted],
          });
        },
      };
    });
    expect(calls).toBeGreaterThanOrEqual(8);
  });
});
