import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Challenge,
  challengeBytes,
  type PreparedToken,
  pinProblem,
  type TokenKeyAlgorithm,
} from '@acceptance/shared';
import { createOpensslAuthority, type OpensslAuthority } from './testing/openssl-authority';
import { DESK, type RunningAgent, runAgent } from './testing/running-agent';

let agent: RunningAgent;
let authority: OpensslAuthority;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openssl-authority-'));
  authority = createOpensslAuthority(folder);
});
beforeEach(async () => {
  agent = await runAgent();
});
afterEach(() => agent?.stop());
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let labels = 0;
const nextLabel = (): string => `CA-2026-${String(++labels).padStart(6, '0')}`;

/** A fresh token of SoftHSM, which always has an empty one. */
async function prepared(label = nextLabel()): Promise<PreparedToken> {
  const { tokens } = await agent.page.call('listTokens', {});
  const token = tokens.find(({ state }) => state === 'free')!.id;
  return agent.page.call('prepareToken', { token, label });
}

async function withKey(algorithm: TokenKeyAlgorithm = 'ecdsa-p256') {
  const token = await prepared();
  const access = { token: token.id, pin: token.pin };
  const key = await agent.page.call('makeKey', { ...access, algorithm, name: 'order-0001' });
  return { ...token, access, ...key };
}
type TokenWithKey = Awaited<ReturnType<typeof withKey>>;

const der = (text: string): Buffer => Buffer.from(text, 'base64');
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const base64 = (bytes: Buffer): string => bytes.toString('base64');

async function requestFor({ access, keyId }: TokenWithKey, commonName = '示例市蓝天办公用品有限公司'): Promise<Buffer> {
  const asked = await agent.page.call('makeCertificateRequest', { ...access, keyId, commonName });
  return der(asked.certificateRequest);
}

async function withCertificate(algorithm?: TokenKeyAlgorithm) {
  const token = await withKey(algorithm);
  const certificate = authority.issue(await requestFor(token));
  const write = {
    ...token.access,
    keyId: token.keyId,
    certificate: base64(certificate),
    chain: authority.chain.map(base64),
  };
  await agent.page.call('writeCertificate', write);
  return { ...token, certificate, write };
}

const challengeFor = (change: Partial<Challenge> = {}): Challenge => ({
  purpose: 'sign-in',
  origin: DESK,
  nonce: 'A'.repeat(43),
  expiresAt: new Date(agent.now().getTime() + 120_000).toISOString(),
  ...change,
});

describe('the life of a token', () => {
  it('begins free, and is prepared with a label and two random PINs', async () => {
    const label = nextLabel();
    const token = await prepared(label);
    expect(token).toMatchObject({ label, pin: expect.stringMatching(/^\d{8}$/) });
    expect(token.adminPin).toMatch(/^[2-9A-HJ-NP-Z]{16}$/);
    expect(pinProblem(token.pin, [token.serial, label])).toBeNull();
    const { tokens } = await agent.page.call('listTokens', {});
    expect(tokens.find(({ id }) => id === token.id)).toMatchObject({
      label,
      serial: token.serial,
      state: 'ready',
      model: 'SoftHSM v2',
      algorithms: ['rsa-2048', 'rsa-3072', 'ecdsa-p256'],
    });
  });

  it('gives each token PINs of its own', async () => {
    const [one, other] = [await prepared(), await prepared()];
    expect(one.pin).not.toBe(other.pin);
    expect(one.adminPin).not.toBe(other.adminPin);
  });

  it.each(['rsa-2048', 'rsa-3072', 'ecdsa-p256'] as const)(
    '%s: key, request, certificate, check, sign-in, each as openssl sees it',
    async (algorithm) => {
      const token = await withKey(algorithm);
      const request = await requestFor(token);
      const judged = authority.verifyRequest(request);
      expect(judged).toMatch(/verify OK/);
      expect(judged).toMatch(/CN ?= ?示例市蓝天办公用品有限公司/);
      const certificate = authority.issue(request);
      const { page } = agent;
      const wanted = { keyId: token.keyId, certificate: base64(certificate), chain: authority.chain.map(base64) };
      await expect(page.call('writeCertificate', { ...token.access, ...wanted })).resolves.toEqual(wanted);
      await expect(page.call('checkCertificate', { ...token.access, keyId: token.keyId })).resolves.toEqual(wanted);
      await expect(page.call('listCertificates', { token: token.id })).resolves.toEqual({ certificates: [wanted] });
      const challenge = challengeFor();
      const signed = await page.call('signChallenge', { ...token.access, keyId: token.keyId, challenge });
      expect(authority.verifySignature(certificate, challengeBytes(challenge), der(signed.signature))).toContain(
        'Verified OK',
      );
    },
  );

  it('says that SM2 is not supported where the token has no mechanism for it', async () => {
    const { access } = await withKey();
    await expect(agent.page.refusalOf('makeKey', { ...access, algorithm: 'sm2', name: 'order-sm2' })).resolves.toBe(
      'ukey.unsupported',
    );
  });

  it('answers the same key when asked again under its name, and refuses another algorithm under it', async () => {
    const { access, keyId, publicKey } = await withKey('ecdsa-p256');
    const again = { ...access, name: 'order-0001' };
    await expect(agent.page.call('makeKey', { ...again, algorithm: 'ecdsa-p256' })).resolves.toMatchObject({
      keyId,
      publicKey,
    });
    await expect(agent.page.refusalOf('makeKey', { ...again, algorithm: 'rsa-2048' })).resolves.toBe('ukey.key_exists');
  });

  it('takes a renewed certificate for the same key, and keeps only that', async () => {
    const token = await withCertificate();
    const renewed = authority.issue(await requestFor(token));
    await agent.page.call('writeCertificate', { ...token.write, certificate: base64(renewed) });
    await agent.page.call('writeCertificate', { ...token.write, certificate: base64(renewed) });
    const { certificates } = await agent.page.call('listCertificates', { token: token.id });
    expect(certificates.map(({ certificate }) => certificate)).toEqual([base64(renewed)]);
  });

  it('refuses a certificate of another key, one that is none, and a chain that does not hold', async () => {
    const token = await withCertificate();
    const other = await withCertificate();
    const refusal = (change: Partial<TokenWithCertificate>) =>
      agent.page.refusalOf('writeCertificate', { ...token.write, ...change });
    await expect(refusal({ certificate: other.write.certificate })).resolves.toBe('ukey.certificate_of_other_key');
    await expect(refusal({ certificate: base64(Buffer.from('no certificate')) })).resolves.toBe(
      'ukey.certificate_unreadable',
    );
    await expect(refusal({ chain: [] })).resolves.toBe('ukey.chain_broken');
    await expect(refusal({ chain: authority.chain.map(base64).reverse() })).resolves.toBe('ukey.chain_broken');
    await expect(refusal({ keyId: 'abcd' })).resolves.toBe('ukey.key_not_found');
    const { certificates } = await agent.page.call('listCertificates', { token: token.id });
    expect(certificates.map(({ certificate }) => certificate)).toEqual([token.write.certificate]);
  });

  it('signs no challenge of another site, none that has expired and none for later', async () => {
    const { access, keyId } = await withCertificate();
    const refusal = (change: Partial<Challenge>) =>
      agent.page.refusalOf('signChallenge', { ...access, keyId, challenge: challengeFor(change) });
    await expect(refusal({ origin: 'https://evil.example.cn' })).resolves.toBe('ukey.challenge_of_other_site');
    await expect(refusal({ origin: 'https://other.example.cn' })).resolves.toBe('ukey.challenge_of_other_site');
    await expect(refusal({ expiresAt: agent.now().toISOString() })).resolves.toBe('ukey.challenge_expired');
    await expect(refusal({ expiresAt: '2026-11-29T08:00:00.000Z' })).resolves.toBe('ukey.challenge_expired');
    await expect(refusal({ expiresAt: '2026-13-45T08:00:00.000Z' })).resolves.toBe('ukey.challenge_expired');
    await expect(refusal({ nonce: 'short' })).resolves.toBe('ukey.request_invalid');
  });

  it('changes the PIN, after which only the new one is right', async () => {
    const { access, keyId } = await withCertificate();
    const newPin = '59260718';
    await agent.page.call('changePin', { ...access, newPin });
    await expect(agent.page.refusalOf('checkCertificate', { ...access, keyId })).resolves.toBe('ukey.pin_wrong');
    await expect(agent.page.call('checkCertificate', { ...access, pin: newPin, keyId })).resolves.toMatchObject({
      keyId,
    });
  });

  it('takes no PIN that is guessed, too short, the old one or printed on the token', async () => {
    const { access, serial } = await withKey();
    const refusal = (newPin: string) => agent.page.refusalOf('changePin', { ...access, newPin });
    for (const weak of ['111111', '123456', '12345678', '87654321', '19900131', serial.slice(0, 8)]) {
      await expect(refusal(weak)).resolves.toBe('ukey.pin_weak');
    }
    await expect(refusal('59260')).resolves.toBe('ukey.pin_length');
    await expect(refusal('密码密码密码')).resolves.toBe('ukey.pin_length');
    await expect(refusal(access.pin)).resolves.toBe('ukey.pin_same');
  });

  it('counts wrong PINs, locks, stays locked for the right one, and is unblocked by the administrator', async () => {
    const { access, keyId, adminPin, pin } = await withCertificate();
    const check = (tried: string) => agent.page.call('checkCertificate', { ...access, pin: tried, keyId });
    for (const remaining of [4, 3, 2, 1]) {
      await expect(check('00000000')).rejects.toMatchObject({ code: 'ukey.pin_wrong', details: { remaining } });
    }
    await expect(check('00000000')).rejects.toMatchObject({ code: 'ukey.pin_locked' });
    await expect(check(pin)).rejects.toMatchObject({ code: 'ukey.pin_locked' });
    const locked = (await agent.page.call('listTokens', {})).tokens.find(({ id }) => id === access.token);
    expect(locked).toMatchObject({ state: 'locked' });
    const unblock = { token: access.token, adminPin };
    await expect(agent.page.refusalOf('unblockPin', { ...unblock, adminPin: 'WRONG-ADMIN-PIN' })).resolves.toBe(
      'ukey.admin_pin_wrong',
    );
    await expect(agent.page.refusalOf('unblockPin', { ...unblock, newPin: '111111' })).resolves.toBe('ukey.pin_weak');
    const { pin: newPin } = await agent.page.call('unblockPin', unblock);
    expect(newPin).toMatch(/^\d{8}$/);
    await expect(check(newPin!)).resolves.toMatchObject({ keyId });
  });

  it('is unblocked for the key that it holds: key and certificate stay, the old PIN is over', async () => {
    const { access, keyId, adminPin, publicKey, certificate } = await withCertificate();
    const publicKeySha256 = sha256(der(publicKey));
    const unblocked = await agent.page.call('unblockPin', { token: access.token, adminPin, publicKeySha256 });
    expect(unblocked).toEqual({ pin: expect.stringMatching(/^\d{8}$/), keyId });
    const { pin } = unblocked;
    await expect(agent.page.refusalOf('checkCertificate', { ...access, keyId })).resolves.toBe('ukey.pin_wrong');
    const challenge = challengeFor({ purpose: 'ukey-unlock' });
    const signed = await agent.page.call('signChallenge', { token: access.token, pin: pin!, keyId, challenge });
    expect(signed.certificate).toBe(base64(certificate));
    expect(authority.verifySignature(certificate, challengeBytes(challenge), der(signed.signature))).toContain(
      'Verified OK',
    );
    const foreign = challengeFor({ purpose: 'ukey-unlock', origin: 'https://other.example.cn' });
    await expect(
      agent.page.refusalOf('signChallenge', { token: access.token, pin: pin!, keyId, challenge: foreign }),
    ).resolves.toBe('ukey.challenge_of_other_site');
  });

  it('is not unblocked for another key, without a certificate, or by a page that is not paired, whatever PIN is given', async () => {
    const [one, other] = [await withCertificate(), await withCertificate()];
    const empty = await prepared();
    const publicKeySha256 = sha256(der(other.publicKey));
    const refusal = (change: object) =>
      agent.page.refusalOf('unblockPin', { token: one.id, adminPin: one.adminPin, publicKeySha256, ...change });
    await expect(refusal({})).resolves.toBe('ukey.certificate_of_other_key');
    // The administrator's PIN was not even tried.
    await expect(refusal({ adminPin: 'WRONG-ADMIN-PIN' })).resolves.toBe('ukey.certificate_of_other_key');
    await expect(refusal({ token: empty.id, adminPin: empty.adminPin })).resolves.toBe('ukey.certificate_missing');
    const own = { token: one.id, adminPin: one.adminPin, publicKeySha256: sha256(der(one.publicKey)) };
    await expect(agent.page.refusalOf('unblockPin', { ...own, adminPin: 'WRONG-ADMIN-PIN' })).resolves.toBe(
      'ukey.admin_pin_wrong',
    );
    await expect(agent.otherPage.refusalOf('unblockPin', own)).resolves.toBe('ukey.pairing_required');
    await expect(agent.page.call('checkCertificate', { ...one.access, keyId: one.keyId })).resolves.toMatchObject({
      keyId: one.keyId,
    });
  });

  it('forgets wrong PINs when the right one comes', async () => {
    const { access, keyId, pin } = await withCertificate();
    const check = (tried: string) => agent.page.call('checkCertificate', { ...access, pin: tried, keyId });
    await expect(check('00000000')).rejects.toMatchObject({ details: { remaining: 4 } });
    await check(pin);
    await expect(check('00000000')).rejects.toMatchObject({ details: { remaining: 4 } });
  });

  it('is wiped only under its own label and by its administrator, and can be prepared again', async () => {
    const { id, label, adminPin, access, keyId } = await withCertificate();
    const wipe = { token: id, label, adminPin };
    await expect(agent.page.refusalOf('wipeToken', { ...wipe, label: 'CA-OTHER' })).resolves.toBe(
      'ukey.label_mismatch',
    );
    await expect(agent.page.refusalOf('wipeToken', { ...wipe, adminPin: 'WRONG-ADMIN-PIN' })).resolves.toBe(
      'ukey.admin_pin_wrong',
    );
    await expect(agent.page.call('checkCertificate', { ...access, keyId })).resolves.toMatchObject({ keyId });
    await agent.page.call('wipeToken', wipe);
    const emptied = (await agent.page.call('listTokens', {})).tokens.find((token) => token.id === id);
    expect(emptied).toMatchObject({ state: 'initialised' });
    await expect(agent.page.refusalOf('prepareToken', { token: id, label: nextLabel() })).resolves.toBe(
      'ukey.token_in_use',
    );
    const again = await agent.page.call('prepareToken', { token: id, label: nextLabel(), adminPin });
    expect(again.adminPin).not.toBe(adminPin);
    await expect(agent.page.call('listCertificates', { token: id })).resolves.toEqual({ certificates: [] });
    const key = { token: id, pin: again.pin, algorithm: 'ecdsa-p256', name: 'order-0002' } as const;
    await expect(agent.page.call('makeKey', key)).resolves.toMatchObject({ algorithm: 'ecdsa-p256' });
  });

  it('is not prepared over its contents, nor under a label that another token has', async () => {
    const [one, other] = [await prepared(), await prepared()];
    await expect(agent.page.refusalOf('prepareToken', { token: one.id, label: nextLabel() })).resolves.toBe(
      'ukey.token_in_use',
    );
    await agent.page.call('confirmPreparation', { label: one.label });
    const relabel = { token: other.id, label: one.label, adminPin: other.adminPin };
    await expect(agent.page.refusalOf('prepareToken', relabel)).resolves.toBe('ukey.label_taken');
    const wrong = { token: one.id, label: one.label, adminPin: 'WRONG-ADMIN-PIN' };
    await expect(agent.page.refusalOf('prepareToken', wrong)).resolves.toBe('ukey.admin_pin_wrong');
    const key = { token: one.id, pin: one.pin, algorithm: 'ecdsa-p256', name: 'order-0003' } as const;
    await expect(agent.page.call('makeKey', key)).resolves.toMatchObject({ algorithm: 'ecdsa-p256' });
  });

  it('answers the same PINs until they are confirmed to be printed, and forgets them then', async () => {
    const token = await prepared();
    const { id, label } = token;
    await expect(agent.page.call('prepareToken', { token: id, label })).resolves.toEqual(token);
    await agent.page.call('confirmPreparation', { label });
    await expect(agent.page.refusalOf('prepareToken', { token: id, label })).resolves.toBe('ukey.token_in_use');
  });

  it('lets many requests at once take turns, each with its own PIN', async () => {
    const [one, other] = [await withCertificate(), await withCertificate()];
    const answers = await Promise.all(
      [one, other, one, other, one, other].map(({ access, keyId }, index) =>
        index === 3
          ? agent.page.refusalOf('checkCertificate', { ...access, pin: one.pin, keyId })
          : agent.page.call('checkCertificate', { ...access, keyId }).then((answer) => answer.keyId),
      ),
    );
    expect(answers).toEqual([one.keyId, other.keyId, one.keyId, 'ukey.pin_wrong', one.keyId, other.keyId]);
  });

  it('finds no token that is not plugged in', async () => {
    await expect(agent.page.refusalOf('listCertificates', { token: 'not-here' })).resolves.toBe('ukey.token_not_found');
  });

  it('prints no PIN, no name and no key', async () => {
    const { pin, adminPin } = await withCertificate();
    const printed = agent.printed.join('\n');
    expect(printed).toContain('makeKey: ok');
    for (const secret of [pin, adminPin, '示例市', agent.page.pairingKey!]) {
      expect(printed).not.toContain(secret);
    }
  });
});

type TokenWithCertificate = Awaited<ReturnType<typeof withCertificate>>['write'];
