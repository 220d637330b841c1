import { createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { KeyPair } from '../../scripts/trial-ca/generate-rsa-key-pair';
import { keptOrMade } from '../../scripts/trial-ca/kept-pem-files';

const generate = promisify(generateKeyPair);

/** Of this user: other users' keys are not ours to read. */
const FOLDER = join(tmpdir(), `acceptance-test-key-pairs-${process.getuid?.() ?? 'own'}`);
const FILES = { keyPem: { name: 'key.pem', secret: true } } as const;

async function makeKeyPem(bits: number): Promise<{ keyPem: string }> {
  const { privateKey } = await generate('rsa', { modulusLength: bits });
  return { keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

const taken = new Map<number, number>();

/**
 * In unit tests in place of `generateRsaKeyPair` (jest.config.cjs): the first key pair that a group of files asks for is the first one
 * of every group, and so on. None gets one twice. Making them anew was a twentieth of the work of the whole suite.
 */
export async function generateRsaKeyPair(bits: number): Promise<KeyPair> {
  const turn = (taken.get(bits) ?? 0) + 1;
  taken.set(bits, turn);
  const { keyPem } = await keptOrMade(join(FOLDER, `rsa-${bits}-${turn}`), FILES, () => makeKeyPem(bits));
  const privateKey = createPrivateKey(keyPem);
  return { privateKey, publicKey: createPublicKey(privateKey) };
}
