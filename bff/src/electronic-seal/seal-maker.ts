import { type ReadCertificate, readCertificate, type SigningKey } from '../pki';

/** The seal maker (制章者): the authority, with a key and a unit certificate of its own for this. */
export interface SealMaker {
  readonly key: SigningKey;
  readonly certificateDer: Uint8Array;
}

/** An end entity's certificate that may sign (RFC 5280, 4.2.1.3): an authority's own key makes no seals. */
export function maySignSeals({ authority, keyUsages }: ReadCertificate): boolean {
  const signs = keyUsages === null || keyUsages.includes('digitalSignature') || keyUsages.includes('nonRepudiation');
  return authority === null && signs;
}

/** DER only: the structure has no room for other writings of a certificate. @throws PkiError, RangeError */
export function readCertificateDer(der: Uint8Array): ReadCertificate {
  const certificate = readCertificate(der);
  if (!Buffer.from(certificate.der).equals(der)) throw new RangeError('A certificate that is not in DER');
  return certificate;
}
