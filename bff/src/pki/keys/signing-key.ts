import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { DerMembers, readDer } from '../der/read-der';
import { hexOf } from '../der/read-values';
import { tags } from '../der/write-der';
import { PkiError } from '../pki-error';
import type { KeyAlgorithm, PublicKey, SigningKey } from './key-types';
import { pointHexOf, readPublicKey } from './read-public-key';
import { hashOf } from './signature-algorithms';
import { signSm2 } from './sm2';

const pemBlock = /-----BEGIN ((?:ENCRYPTED |RSA |EC |SM2 )?PRIVATE KEY)-----[\s\S]+?-----END \1-----/g;
const generate = promisify(generateKeyPair);

/**
 * PKCS#8 (RFC 5958; encrypted: RFC 8018), PKCS#1 or SEC 1, the text holding one private key and whatever else (certificates, `EC PARAMETERS`).
 * @throws PkiError broken, wrong_passphrase, unsupported_algorithm, weak_key
 */
export function openSigningKeyPem(pem: string, passphrase?: string): SigningKey {
  const [block, another] = [...pem.matchAll(pemBlock)];
  if (!block || another) throw new PkiError('broken', 'Not readable: one private key was expected');
  const isEncrypted = block[1] === 'ENCRYPTED PRIVATE KEY' || block[0].includes('Proc-Type: 4,ENCRYPTED');
  return signingKeyOf(openHandle(() => createPrivateKey({ key: block[0], passphrase }), isEncrypted));
}

/** PKCS#8, DER, not encrypted. @throws PkiError broken, unsupported_algorithm, weak_key */
export function openSigningKeyDer(privateKeyInfoDer: Uint8Array): SigningKey {
  const key = Buffer.from(privateKeyInfoDer);
  return signingKeyOf(openHandle(() => createPrivateKey({ key, format: 'der', type: 'pkcs8' }), false));
}

/** A new private key, PKCS#8 PEM, not encrypted. */
export async function generatePrivateKeyPem(algorithm: KeyAlgorithm): Promise<string> {
  const { privateKey } = await (algorithm.startsWith('rsa')
    ? generate('rsa', { modulusLength: Number(algorithm.slice(4)), publicExponent: 65537 })
    : generate('ec', {
        namedCurve: { 'ecdsa-p256': 'P-256', 'ecdsa-p384': 'P-384', sm2: 'SM2' }[algorithm as string] ?? '',
      }));
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function openHandle(open: () => KeyObject, isEncrypted: boolean): KeyObject {
  try {
    return open();
  } catch {
    // The cause is left out on purpose: it may quote the key.
    if (isEncrypted)
      throw new PkiError('wrong_passphrase', 'The private key does not open: the passphrase is wrong or missing');
    throw new PkiError('broken', 'Not readable: the private key');
  }
}

function signingKeyOf(handle: KeyObject): SigningKey {
  const publicKeyInfoDer = createPublicKey(handle).export({ type: 'spki', format: 'der' });
  const publicKey = readPublicKey(publicKeyInfoDer);
  const sign = publicKey.algorithm === 'sm2' ? sm2Signer(handle, publicKey) : nodeSigner(handle, publicKey);
  return { algorithm: publicKey.algorithm, publicKeyInfoDer, sign };
}

/** On node's thread pool. */
function nodeSigner(handle: KeyObject, { algorithm }: PublicKey): SigningKey['sign'] {
  const hash = hashOf(algorithm);
  return (message) =>
    new Promise((resolve, reject) => {
      sign(hash, message, handle, (error, signature) => (error ? reject(error) : resolve(signature)));
    });
}

/** On this thread: about 2 ms. */
function sm2Signer(handle: KeyObject, publicKey: PublicKey): SigningKey['sign'] {
  const privateHex = privateNumberOf(handle.export({ type: 'pkcs8', format: 'der' }));
  const pointHex = pointHexOf(publicKey);
  return async (message) => signSm2(message, privateHex, pointHex);
}

/** PrivateKeyInfo → ECPrivateKey (RFC 5915) → the number, 64 digits. */
function privateNumberOf(privateKeyInfoDer: Uint8Array): string {
  const info = new DerMembers(readDer(privateKeyInfoDer));
  info.take(tags.integer);
  info.take(tags.sequence);
  const key = new DerMembers(readDer(info.take(tags.octetString).content));
  key.take(tags.integer);
  return hexOf(key.take(tags.octetString).content).padStart(64, '0');
}
