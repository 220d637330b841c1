import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  generatePrivateKeyPem,
  openSigningKeyPem,
  type PublicKey,
  readPublicKey,
  signatureAlgorithmOf,
  verifySignature,
} from '../pki';
import { type Pkcs11KeyName, readPkcs11Uri } from './pkcs11/pkcs11-uri';
import { createSoftToken, finaliseSoftHsm, TOKEN_PIN } from './testing/soft-hsm';
import { createTokenKey, type TokenKey, type TokenKeyOptions } from './token-key';

// Threads start with their own compiler: seconds on a busy machine.

const folder = mkdtempSync(join(tmpdir(), 'token-key-'));
let name: Pkcs11KeyName;
let publicKey: PublicKey;
const patient: TokenKeyOptions = { deadline: () => AbortSignal.timeout(120_000) };
const opened: TokenKey[] = [];
const open = async (pin = TOKEN_PIN, key = publicKey, options = patient): Promise<TokenKey> => {
  const made = createTokenKey(name, pin, key, options);
  opened.push(made);
  await made.prove();
  return made;
};
const publicKeyOf = (pem: string): PublicKey => readPublicKey(openSigningKeyPem(pem).publicKeyInfoDer);

beforeAll(async () => {
  const pem = await generatePrivateKeyPem('ecdsa-p256');
  const uri = createSoftToken(folder, 'sealing').importKey('seal', '01', pem);
  name = readPkcs11Uri(uri) as Pkcs11KeyName;
  publicKey = publicKeyOf(pem);
});
afterEach(() => Promise.all(opened.splice(0).map((key) => key.close())));
afterAll(() => {
  finaliseSoftHsm();
  rmSync(folder, { recursive: true, force: true });
});

const message = Buffer.from('a contract');
async function signsWith(key: TokenKey): Promise<boolean> {
  return verifySignature(publicKey, signatureAlgorithmOf('ecdsa-p256'), message, await key.sign(message));
}

it('signs in its thread, several at once', async () => {
  const key = await open();
  expect(await Promise.all([1, 2, 3].map(() => signsWith(key)))).toEqual([true, true, true]);
});

it('refuses a wrong PIN and the key of another certificate at once', async () => {
  // Whoever is logged in to a token is so in all of its process: nobody may be.
  finaliseSoftHsm();
  await expect(open('000000')).rejects.toMatchObject({ refusal: 'pin' });
  const other = publicKeyOf(await generatePrivateKeyPem('ecdsa-p256'));
  await expect(open(TOKEN_PIN, other)).rejects.toMatchObject({ refusal: 'unfit' });
});

it('is not opened before it is asked to sign, so that a token may come later', async () => {
  renameSync(join(folder, 'tokens'), join(folder, 'drawer'));
  finaliseSoftHsm();
  const key = createTokenKey(name, TOKEN_PIN, publicKey, patient);
  opened.push(key);
  await expect(key.prove()).rejects.toMatchObject({ refusal: 'absent' });
  renameSync(join(folder, 'drawer'), join(folder, 'tokens'));
  finaliseSoftHsm();
  await key.prove();
  expect(await signsWith(key)).toBe(true);
});

it('tries a PIN that was refused once: tokens count', async () => {
  finaliseSoftHsm();
  const key = createTokenKey(name, '000000', publicKey, patient);
  opened.push(key);
  await expect(key.prove()).rejects.toMatchObject({ refusal: 'pin' });
  // Somebody else logs in, so that another try would succeed.
  await open();
  await expect(key.prove()).rejects.toMatchObject({ refusal: 'pin' });
});

it('is absent while its token is pulled out, and signs again when it is back', async () => {
  const key = await open();
  renameSync(join(folder, 'tokens'), join(folder, 'drawer'));
  finaliseSoftHsm();
  await expect(key.sign(message)).rejects.toMatchObject({ refusal: 'absent' });
  await expect(key.sign(message)).rejects.toMatchObject({ refusal: 'absent' });
  renameSync(join(folder, 'drawer'), join(folder, 'tokens'));
  finaliseSoftHsm();
  expect(await signsWith(key)).toBe(true);
});

it('gives a token up that does not answer in time, and asks it again with the next call', async () => {
  const deadlines = [AbortSignal.timeout(120_000), AbortSignal.abort()];
  const key = await open(TOKEN_PIN, publicKey, { deadline: () => deadlines.shift() ?? AbortSignal.timeout(120_000) });
  await expect(key.sign(message)).rejects.toMatchObject({ refusal: 'absent', cause: { failure: 'timed-out' } });
  expect(await signsWith(key)).toBe(true);
});
