import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);

export interface KeyPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

/** Off the main thread, so several are made at the same time. */
export const generateRsaKeyPair = (bits: number): Promise<KeyPair> => generate('rsa', { modulusLength: bits });
