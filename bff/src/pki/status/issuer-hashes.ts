import { createHash } from 'node:crypto';
import type { ReadCertificate } from '../certificates/certificate-types';
import { areEqual } from '../der/read-values';
import { oids } from '../oids';
import type { IssuerHashAlgorithm, OcspQuestion } from './ocsp-types';

/** RFC 6960, 4.1.1 (SHA-1 is what nearly everybody asks with), RFC 5019 and GM/T 0015. */
export const issuerHashOids: Readonly<Record<IssuerHashAlgorithm, string>> = {
  sha1: oids.sha1,
  sha256: oids.sha256,
  sha384: oids.sha384,
  sha512: oids.sha512,
  sm3: oids.sm3,
};

export const issuerHashOf = (oid: string): IssuerHashAlgorithm | null =>
  (Object.keys(issuerHashOids) as IssuerHashAlgorithm[]).find((name) => issuerHashOids[name] === oid) ?? null;

/**
 * Whether a question is about a certificate of this issuer (RFC 6960, 4.1.1): hashes over the name as it stands in the certificate, byte by byte
 * (written anew, a name in UTF-8 may come out otherwise), and over the key's bits.
 */
export function isAskedOf(issuer: ReadCertificate, question: OcspQuestion): boolean {
  const { hashAlgorithm, issuerNameHash, issuerKeyHash } = question;
  if (!hashAlgorithm) return false;
  const hash = (bytes: Uint8Array) => createHash(hashAlgorithm).update(bytes).digest();
  return areEqual(hash(issuer.subjectDer), issuerNameHash) && areEqual(hash(issuer.publicKey.keyBits), issuerKeyHash);
}
