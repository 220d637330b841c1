import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  generatePrivateKeyPem,
  openSigningKeyPem,
  readPublicKey,
  signatureAlgorithmOf,
  verifySignature,
} from '../../pki';
import { createSoftToken, finaliseSoftHsm, SOFTHSM_MODULE, type SoftToken, TOKEN_PIN } from '../testing/soft-hsm';
import { loadPkcs11Module } from './pkcs11-module';
import { type Pkcs11KeyName, readPkcs11Uri } from './pkcs11-uri';
import { ecdsaSignatureDer, openTokenSigningKey } from './token-signing-key';

const folder = mkdtempSync(join(tmpdir(), 'token-'));
let token: SoftToken;
beforeAll(() => {
  token = createSoftToken(folder, 'issuing');
});
afterAll(() => {
  finaliseSoftHsm();
  rmSync(folder, { recursive: true, force: true });
});

let keys = 0;
async function newKey(algorithm: 'rsa-2048' | 'rsa-3072' | 'ecdsa-p256') {
  keys += 1;
  const pem = await generatePrivateKeyPem(algorithm);
  const uri = token.importKey(`key-${keys}`, `0${keys}`, pem);
  const publicKey = readPublicKey(openSigningKeyPem(pem).publicKeyInfoDer);
  return { name: readPkcs11Uri(uri) as Pkcs11KeyName, publicKey };
}

describe('a key in a token', () => {
  it.each(['rsa-2048', 'ecdsa-p256'] as const)('signs as its certificate says: %s', async (algorithm) => {
    const { name, publicKey } = await newKey(algorithm);
    const key = await openTokenSigningKey(name, TOKEN_PIN, publicKey);
    expect(key).toMatchObject({ algorithm, publicKeyInfoDer: publicKey.publicKeyInfoDer });
    for (const text of ['one', 'two', 'three']) {
      const message = Buffer.from(text);
      expect(verifySignature(publicKey, signatureAlgorithmOf(algorithm), message, await key.sign(message))).toBe(true);
    }
  });

  it('is opened once more when the token has lost the session', async () => {
    const { name, publicKey } = await newKey('ecdsa-p256');
    const key = await openTokenSigningKey(name, TOKEN_PIN, publicKey);
    const module = loadPkcs11Module(SOFTHSM_MODULE);
    const newest = module.openSession(module.findSlot('issuing') ?? 0n);
    // SoftHSM numbers its sessions: all of them are closed, as when a token is pulled.
    for (let session = 1n; session <= newest; session += 1n) {
      try {
        module.closeSession(session);
      } catch {
        // Closed before.
      }
    }
    const message = Buffer.from('after the token came back');
    expect(verifySignature(publicKey, signatureAlgorithmOf('ecdsa-p256'), message, await key.sign(message))).toBe(true);
  });

  it('is refused when it is another certificate’s, of another kind, not there, or none of several of its name', async () => {
    const [one, other, rsa] = [await newKey('ecdsa-p256'), await newKey('ecdsa-p256'), await newKey('rsa-2048')];
    const open = (name: Pkcs11KeyName, { publicKey }: typeof one) => openTokenSigningKey(name, TOKEN_PIN, publicKey);
    await expect(open(one.name, other)).rejects.toThrow(/does not belong to its certificate/);
    await expect(open(one.name, rsa)).rejects.toThrow(/of another kind/);
    await expect(open({ ...one.name, object: 'none' }, one)).rejects.toThrow(/no such private key/);
    await expect(open({ ...one.name, token: 'none' }, one)).rejects.toThrow(/no token labelled none/);
    await expect(open({ ...one.name, modulePath: '/none.so' }, one)).rejects.toThrow();
    token.importKey('twice', 'a1', await generatePrivateKeyPem('ecdsa-p256'));
    token.importKey('twice', 'a2', await generatePrivateKeyPem('ecdsa-p256'));
    await expect(open({ ...one.name, object: 'twice' }, one)).rejects.toThrow(/several/);
    const sm2 = readPublicKey(openSigningKeyPem(await generatePrivateKeyPem('sm2')).publicKeyInfoDer);
    await expect(openTokenSigningKey(one.name, TOKEN_PIN, sm2)).rejects.toThrow(/SM2/);
  });
});

it('is the one of its certificate where another one has its name', async () => {
  const pems = [await generatePrivateKeyPem('ecdsa-p256'), await generatePrivateKeyPem('ecdsa-p256')];
  const [uri] = [token.importKey('turning', 'b1', pems[0] ?? ''), token.importKey('turning', 'b2', pems[1] ?? '')];
  for (const pem of pems) {
    const publicKey = readPublicKey(openSigningKeyPem(pem).publicKeyInfoDer);
    const key = await openTokenSigningKey(readPkcs11Uri(uri) as Pkcs11KeyName, TOKEN_PIN, publicKey);
    const message = Buffer.from('whose');
    expect(verifySignature(publicKey, signatureAlgorithmOf('ecdsa-p256'), message, await key.sign(message))).toBe(true);
  }
});

it.each([
  ['short numbers', `${'00'.repeat(31)}01${'00'.repeat(31)}7f`, '30060201010201' + '7f'],
  [
    'a first bit that is set',
    `${'80'.repeat(32)}${'ff'.repeat(32)}`,
    `3046022100${'80'.repeat(32)}022100${'ff'.repeat(32)}`,
  ],
  [
    'leading zeros before one',
    `00ff${'11'.repeat(30)}${'22'.repeat(32)}`,
    `3044022000ff${'11'.repeat(30)}0220${'22'.repeat(32)}`,
  ],
])('writes an ECDSA signature in DER: %s', (_name, raw, der) => {
  expect(Buffer.from(ecdsaSignatureDer(Buffer.from(raw, 'hex'))).toString('hex')).toBe(der);
});
