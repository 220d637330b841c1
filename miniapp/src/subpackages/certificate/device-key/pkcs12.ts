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

export interface Pkcs12Content {
  /** The key as it lies sealed on the device: it is never opened to make the file. */
  readonly sealedKey: PinSealed;
  /** DER, the key's certificate first. */
  readonly chain: readonly Uint8Array[];
  /** As programs show it in lists. */
  readonly friendlyName: string;
  readonly pin: string;
}

const attribute = (type: Uint8Array, value: Uint8Array): Uint8Array => sequence(type, setOf(value));

const bag = (type: Uint8Array, value: Uint8Array, attributes: readonly Uint8Array[]): Uint8Array =>
  sequence(type, context(0, value), ...(attributes.length > 0 ? [setOf(...attributes)] : []));

const certificateBag = (der: Uint8Array, attributes: readonly Uint8Array[]): Uint8Array =>
  bag(CERTIFICATE_BAG, sequence(X509_CERTIFICATE, context(0, octets(der))), attributes);

const dataOf = (content: Uint8Array): Uint8Array => sequence(DATA, context(0, octets(content)));

const encryptedDataOf = (sealed: PinSealed): Uint8Array =>
  sequence(
    ENCRYPTED_DATA,
    context(0, sequence(integer(0), sequence(DATA, pinAlgorithmOf(sealed), contextPrimitive(0, sealed.bytes)))),
  );

/**
 * A PKCS#12 file (RFC 7292): AES-256-CBC with PBKDF2-HMAC-SHA-256 for key and certificates, MAC with SHA-256. `pin` must be
 * the one under which the key was sealed.
 */
export async function makePkcs12(
  { sealedKey, chain, friendlyName, pin }: Pkcs12Content,
  randomBytes: RandomBytes,
): Promise<Uint8Array> {
  const [own = new Uint8Array(0), ...authorities] = chain;
  const belongings = [attribute(LOCAL_KEY_ID, octets(sha256(own))), attribute(FRIENDLY_NAME, bmpString(friendlyName))];
  const certificates = sequence(certificateBag(own, belongings), ...authorities.map((der) => certificateBag(der, [])));
  const shrouded = sequence(pinAlgorithmOf(sealedKey), octets(sealedKey.bytes));
  const authenticatedSafe = sequence(
    encryptedDataOf(await sealWithPin(pin, certificates, randomBytes)),
    dataOf(sequence(bag(SHROUDED_KEY_BAG, shrouded, belongings))),
  );
  const salt = await randomBytes(16);
  const mac = macOf(authenticatedSafe, { password: utf16(`${pin}\0`), salt, iterations: PIN_ITERATIONS });
  const macData = sequence(sequence(sequence(SHA_256, nothing()), octets(mac)), octets(salt), integer(PIN_ITERATIONS));
  return sequence(integer(3), dataOf(authenticatedSafe), macData);
}
