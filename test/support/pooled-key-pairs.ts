import { createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { KeyPair } from '../../scripts/trial-ca/generate-rsa-key-pair';

const generate = promisify(generateKeyPair);

/** Of this user: other users' keys are not ours to read. */
const FOLDER = join(tmpdir(), `acceptance-test-key-pairs-${process.getuid?.() ?? 'own'}`);

const taken = new Map<number, number>();

/** Two processes may make the same one at once: whoever is last has kept it, and both are whole. */
async function keep(file: string, bits: number): Promise<void> {
  const { privateKey } = await generate('rsa', { modulusLength: bits });
  mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.${process.pid}`, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
}

/**
 * In unit tests in place of `generateRsaKeyPair` (jest.config.cjs): the first key pair that a file asks for is the first one of every
 * file, and so on. No file gets one twice. Making them anew was a twentieth of the work of the whole suite.
 */
export async function generateRsaKeyPair(bits: number): Promise<KeyPair> {
  const turn = (taken.get(bits) ?? 0) + 1;
  taken.set(bits, turn);
  const file = join(FOLDER, `rsa-${bits}-${turn}.pem`);
  if (!existsSync(file)) {
    await keep(file, bits);
  }
  const privateKey = createPrivateKey(readFileSync(file));
  return { privateKey, publicKey: createPublicKey(privateKey) };
}
