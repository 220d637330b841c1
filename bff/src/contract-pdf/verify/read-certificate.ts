import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { KeyUsage } from '../../pki';
import { readExtensions, understand } from '../../pki/certificates/read-extensions';
import { checkDeeply, DerMembers, membersOf, readDer } from '../../pki/der/read-der';
import { pemBlocksOf } from '../../pki/der/read-pem';
import { areEqual, bitOctetsOf, insideOf, timeOf, unsignedHexOf } from '../../pki/der/read-values';
import { constructedTag, primitiveTag, tags } from '../../pki/der/write-der';
import { readSignatureAlgorithm, type SignatureHash } from '../../pki/keys/signature-algorithms';
import { readName } from '../../pki/names/distinguished-name';
import { limits } from './limits';

export interface Certificate {
  readonly der: Uint8Array;
  readonly tbsDer: Uint8Array;
  readonly signatureAlgorithmDer: Uint8Array;
  readonly signature: Uint8Array;
  /** As it stands in the certificate. */
  readonly serialDer: Uint8Array;
  readonly serialNumber: string;
  readonly issuerDer: Uint8Array;
  readonly subjectDer: Uint8Array;
  readonly commonName: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly key: KeyObject;
  /** The bits of the key alone, which identifiers are hashes of. */
  readonly keyBits: Uint8Array;
  readonly authority: { readonly pathLength: number | null } | null;
  /** Null where there is no such extension. */
  readonly keyUsages: readonly KeyUsage[] | null;
  readonly extendedKeyUsages: readonly string[] | null;
  readonly subjectKeyIdentifier: Uint8Array | null;
  readonly authorityKeyIdentifier: Uint8Array | null;
  readonly criticalExtensions: readonly string[];
}

/**
 * A certificate out of a file that nobody vouches for. Unlike `pki` it takes what certificates of other authorities have:
 * RSA of any size from 2048 to 8192 bits; no other keys than these and of the curves P-256 and P-384.
 * @throws Error when it cannot be read or its key is none of these
 */
export function readCertificate(der: Uint8Array): Certificate {
  return known.get(latin1Of(der)) ?? readAnew(der);
}

/** Those of trust anchors, by their bytes: files bring the same ones along, and to read a key takes longer than the rest. */
const known = new Map<string, Certificate>();
/** Keys are replaced seldom. */
const mostKnown = 64;
const latin1Of = (der: Uint8Array): string =>
  Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('latin1');

function readAnchor(der: Uint8Array): Certificate {
  const certificate = readCertificate(der);
  if (known.size >= mostKnown) known.clear();
  known.set(latin1Of(der), certificate);
  return certificate;
}

function readAnew(der: Uint8Array): Certificate {
  if (der.length > limits.certificateBytes) throw new Error('The certificate is too long');
  const whole = readDer(der);
  checkDeeply(whole);
  const members = new DerMembers(whole);
  const tbs = members.any();
  const algorithm = members.any();
  const signature = bitOctetsOf(members.any());
  members.end();
  const fields = new DerMembers(tbs);
  fields.optional(constructedTag(0));
  const serial = fields.take(tags.integer);
  const signatureAlgorithmDer = fields.any().whole;
  // RFC 5280, 4.1.1.2: the one outside is not signed and must not say anything else.
  if (!areEqual(signatureAlgorithmDer, algorithm.whole)) throw new Error('The certificate names two algorithms');
  const issuerDer = fields.any().whole;
  const validity = new DerMembers(fields.any());
  const [notBefore, notAfter] = [timeOf(validity.any()), timeOf(validity.any())];
  const subjectDer = fields.any().whole;
  const keyInfo = fields.any();
  fields.optional(primitiveTag(1));
  fields.optional(primitiveTag(2));
  const list = fields.optional(constructedTag(3));
  fields.end();
  const extensions = list ? readExtensions(insideOf(list)) : [];
  const { authority, keyUsages, extendedKeyUsages, subjectKeyIdentifier, authorityKeyIdentifier } =
    understand(extensions);
  const [, keyBits] = membersOf(keyInfo);
  if (!keyBits) throw new Error('The certificate has no key');
  return {
    der,
    tbsDer: tbs.whole,
    signatureAlgorithmDer,
    signature,
    serialDer: serial.whole,
    serialNumber: unsignedHexOf(serial),
    issuerDer,
    subjectDer,
    commonName: readName(subjectDer).find(({ type }) => type === 'commonName')?.value ?? '',
    notBefore,
    notAfter,
    key: readKey(keyInfo.whole),
    keyBits: bitOctetsOf(keyBits),
    authority,
    keyUsages,
    extendedKeyUsages,
    subjectKeyIdentifier,
    authorityKeyIdentifier,
    criticalExtensions: extensions.filter(({ critical }) => critical).map(({ oid }) => oid),
  };
}

/** All certificates of trust anchors. @throws Error when a text holds none, or one that cannot be read */
export function readAnchors(pems: readonly string[]): Certificate[] {
  return pems.flatMap((pem) => {
    const blocks = pemBlocksOf(pem, 'CERTIFICATE');
    if (blocks.length === 0) throw new Error('A trust anchor holds no certificate');
    return blocks.map(readAnchor);
  });
}

function readKey(info: Uint8Array): KeyObject {
  const key = createPublicKey({ key: Buffer.from(info), format: 'der', type: 'spki' });
  const { modulusLength = 0, publicExponent = 0n, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  const { rsaBits, rsaExponent } = limits;
  const isRsa =
    key.asymmetricKeyType === 'rsa' &&
    modulusLength >= rsaBits.least &&
    modulusLength <= rsaBits.most &&
    publicExponent >= rsaExponent.least &&
    publicExponent <= rsaExponent.most;
  const isCurve = key.asymmetricKeyType === 'ec' && ['prime256v1', 'secp384r1'].includes(namedCurve);
  if (!isRsa && !isCurve) throw new Error('The key is of another kind or size');
  return key;
}

export interface SignatureScheme {
  readonly family: 'rsa' | 'ecdsa';
  readonly hash: Exclude<SignatureHash, 'sm3'>;
}

/** PKCS#1 v1.5 or ECDSA by the certificate's key; false also where key and scheme do not go together. */
export function isSignatureOf(
  signer: Certificate,
  { family, hash }: SignatureScheme,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if ((signer.key.asymmetricKeyType === 'rsa') !== (family === 'rsa')) return false;
  try {
    return verify(hash, message, signer.key, signature);
  } catch {
    return false;
  }
}

/** Whether the issuer has signed it: a certificate, a list or a status answer. */
export function isSignedBy(
  signed: { tbsDer: Uint8Array; signatureAlgorithmDer: Uint8Array; signature: Uint8Array },
  issuer: Certificate,
): boolean {
  try {
    const { family, hash } = readSignatureAlgorithm(signed.signatureAlgorithmDer);
    if (family === 'sm2' || hash === 'sm3') return false;
    return isSignatureOf(issuer, { family, hash }, signed.tbsDer, signed.signature);
  } catch {
    return false;
  }
}
