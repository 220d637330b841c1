import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { childrenOf, readElement } from './der-reader';
import {
  bitString,
  element,
  enumerated,
  explicit,
  integer,
  octetString,
  oid,
  sequence,
  TRUE,
  time,
} from './der-writer';

/** Who signs, with ECDSA over P-256 and SHA-256 (RFC 5758, 3.2). */
export interface Issuer {
  readonly nameDer: Buffer;
  readonly publicKeyDer: Buffer;
  readonly privateKey: KeyObject;
}

export interface CertificateContent {
  /** Hexadecimal. */
  readonly serialNumber: string;
  readonly subjectDer: Buffer;
  readonly publicKeyDer: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly authority: boolean;
  /** Bits of KeyUsage from the left: `[octet, unused bits]`. */
  readonly keyUsage: readonly [bits: number, unused: number];
  /** More extensions, complete. */
  readonly extensions?: readonly Buffer[];
}

const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));

export const extension = (id: string, content: Uint8Array, critical = false): Buffer =>
  sequence(oid(id), ...(critical ? [TRUE] : []), octetString(content));

/** RFC 5280, 4.2.1.2, method 1: SHA-1 of the key's bits. */
function keyIdentifier(publicKeyDer: Buffer): Buffer {
  const [, bits] = childrenOf(readElement(publicKeyDer));
  return createHash('sha1')
    .update((bits?.content ?? Buffer.alloc(1)).subarray(1))
    .digest();
}

export const authorityKeyIdentifier = ({ publicKeyDer }: Issuer): Buffer =>
  extension('2.5.29.35', sequence(element(0x80, keyIdentifier(publicKeyDer))));

const signed = (content: Buffer, { privateKey }: Issuer): Buffer =>
  sequence(content, ECDSA_WITH_SHA256, bitString(sign('sha256', content, privateKey)));

/** A certificate (RFC 5280, 4.1), DER. */
export function makeCertificate(content: CertificateContent, issuer: Issuer): Buffer {
  const [bits, unused] = content.keyUsage;
  const extensions = [
    authorityKeyIdentifier(issuer),
    extension('2.5.29.14', octetString(keyIdentifier(content.publicKeyDer))),
    extension('2.5.29.19', content.authority ? sequence(TRUE) : sequence(), true),
    extension('2.5.29.15', bitString(Buffer.from([bits]), unused), true),
    ...(content.extensions ?? []),
  ];
  const toBeSigned = sequence(
    explicit(0, integer('2')),
    integer(content.serialNumber),
    ECDSA_WITH_SHA256,
    issuer.nameDer,
    sequence(time(content.notBefore), time(content.notAfter)),
    content.subjectDer,
    content.publicKeyDer,
    explicit(3, sequence(...extensions)),
  );
  return signed(toBeSigned, issuer);
}

export interface RevokedEntry {
  readonly serialNumber: string;
  readonly at: Date;
  /** RFC 5280, 5.3.1. */
  readonly reason: number;
}

/** A complete revocation list (RFC 5280, 5.1), DER. */
export function makeRevocationList(
  content: { number: number; thisUpdate: Date; nextUpdate: Date; entries: readonly RevokedEntry[] },
  issuer: Issuer,
): Buffer {
  const entries = content.entries.map(({ serialNumber, at, reason }) =>
    sequence(
      integer(serialNumber),
      time(at),
      // "unspecified" is said by leaving the extension out.
      ...(reason === 0 ? [] : [sequence(extension('2.5.29.21', enumerated(reason)))]),
    ),
  );
  const toBeSigned = sequence(
    integer('1'),
    ECDSA_WITH_SHA256,
    issuer.nameDer,
    time(content.thisUpdate),
    time(content.nextUpdate),
    ...(entries.length === 0 ? [] : [sequence(...entries)]),
    explicit(0, sequence(authorityKeyIdentifier(issuer), extension('2.5.29.20', integer(content.number.toString(16))))),
  );
  return signed(toBeSigned, issuer);
}

export const issuerOf = (nameDer: Buffer, publicKeyDer: Buffer, privateKeyPem: string): Issuer => ({
  nameDer,
  publicKeyDer,
  privateKey: createPrivateKey(privateKeyPem),
});
