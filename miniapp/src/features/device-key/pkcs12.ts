import { sha256 } from '@noble/hashes/sha2';
import {
  bmpString,
  context,
  contextPrimitive,
  integer,
  nothing,
  objectIdentifier,
  octets,
  sequence,
  setOf,
  utf16,
} from './der';
import type { RandomBytes } from './device-key';
import { macOf, PIN_ITERATIONS, type PinSealed, pinAlgorithmOf, sealWithPin } from './pin-encryption';

const DATA = objectIdentifier('1.2.840.113549.1.7.1');
const ENCRYPTED_DATA = objectIdentifier('1.2.840.113549.1.7.6');
const FRIENDLY_NAME = objectIdentifier('1.2.840.113549.1.9.20');
const LOCAL_KEY_ID = objectIdentifier('1.2.840.113549.1.9.21');
const X509_CERTIFICATE = objectIdentifier('1.2.840.113549.1.9.22.1');
const SHROUDED_KEY_BAG = objectIdentifier('1.2.840.113549.1.12.10.1.2');
const CERTIFICATE_BAG = objectIdentifier('1.2.840.113549.1.12.10.1.3');
const SHA_256 = objectIdentifier('2.16.840.1.101.3.4.2.1');

/** Bytes under the PIN, and the AlgorithmIdentifier that says how they open. */
export interface Sealed {
  readonly algorithm: Uint8Array;
  readonly bytes: Uint8Array;
}

/** How a file is encrypted and authenticated under its PIN. */
export interface Pkcs12Protection {
  seal(plain: Uint8Array): Promise<Sealed>;
  /** MacData (RFC 7292, 4) over the authenticated safe. */
  macData(message: Uint8Array): Promise<Uint8Array>;
}

export interface Pkcs12Content {
  /** PrivateKeyInfo under the same PIN. */
  readonly sealedKey: Sealed;
  /** DER, the key's certificate first. */
  readonly chain: readonly Uint8Array[];
  /** As programs show it in lists. */
  readonly friendlyName: string;
}

export const sealedBy = (sealed: PinSealed): Sealed => ({ algorithm: pinAlgorithmOf(sealed), bytes: sealed.bytes });

/** AES-256-CBC with PBKDF2-HMAC-SHA-256, MAC with SHA-256: what programs of today make. */
export const usualProtection = (pin: string, randomBytes: RandomBytes): Pkcs12Protection => ({
  seal: async (plain) => sealedBy(await sealWithPin(pin, plain, randomBytes)),
  async macData(message) {
    const salt = await randomBytes(16);
    const from = { hash: 'sha256', password: utf16(`${pin}\0`), salt, iterations: PIN_ITERATIONS } as const;
    return sequence(
      sequence(sequence(SHA_256, nothing()), octets(macOf(message, from))),
      octets(salt),
      integer(PIN_ITERATIONS),
    );
  },
});

const attribute = (type: Uint8Array, value: Uint8Array): Uint8Array => sequence(type, setOf(value));

const bag = (type: Uint8Array, value: Uint8Array, attributes: readonly Uint8Array[]): Uint8Array =>
  sequence(type, context(0, value), ...(attributes.length > 0 ? [setOf(...attributes)] : []));

const certificateBag = (der: Uint8Array, attributes: readonly Uint8Array[]): Uint8Array =>
  bag(CERTIFICATE_BAG, sequence(X509_CERTIFICATE, context(0, octets(der))), attributes);

const dataOf = (content: Uint8Array): Uint8Array => sequence(DATA, context(0, octets(content)));

const encryptedDataOf = ({ algorithm, bytes }: Sealed): Uint8Array =>
  sequence(ENCRYPTED_DATA, context(0, sequence(integer(0), sequence(DATA, algorithm, contextPrimitive(0, bytes)))));

/** A PKCS#12 file (RFC 7292): the certificates encrypted, the key in a shrouded bag, a MAC over both. */
export async function makePkcs12(
  { sealedKey, chain, friendlyName }: Pkcs12Content,
  protection: Pkcs12Protection,
): Promise<Uint8Array> {
  const [own = new Uint8Array(0), ...authorities] = chain;
  const belongings = [attribute(LOCAL_KEY_ID, octets(sha256(own))), attribute(FRIENDLY_NAME, bmpString(friendlyName))];
  const certificates = sequence(certificateBag(own, belongings), ...authorities.map((der) => certificateBag(der, [])));
  const shrouded = sequence(sealedKey.algorithm, octets(sealedKey.bytes));
  const authenticatedSafe = sequence(
    encryptedDataOf(await protection.seal(certificates)),
    dataOf(sequence(bag(SHROUDED_KEY_BAG, shrouded, belongings))),
  );
  return sequence(integer(3), dataOf(authenticatedSafe), await protection.macData(authenticatedSafe));
}
