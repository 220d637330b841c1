import { X509Certificate } from 'node:crypto';
import { AsnParser, OctetString } from '@peculiar/asn1-schema';
import { Certificate, id_ce_subjectKeyIdentifier } from '@peculiar/asn1-x509';
import { unexpectedAnswer } from './ejbca-failure';

/** @throws PortError `unavailable` when it is no certificate */
export function readCertificate(data: Uint8Array | string): X509Certificate {
  try {
    return new X509Certificate(data);
  } catch {
    throw unexpectedAnswer();
  }
}

/** The certificates of a PEM text. @throws PortError `unavailable` when one of them, or all, cannot be read */
export function readPemCertificates(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw unexpectedAnswer();
  return blocks.map(readCertificate);
}

const isSignedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean => {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // A key of another kind than the signature's
    return false;
  }
};

/**
 * The way from a certificate up to the trusted root, the issuer first: every signature checked (RFC 5280, 6.1.3 a),
 * every issuer an authority. Dates are not looked at.
 * @param pool certificates of authorities in any order; what does not belong to the way is left out
 * @returns null when there is no such way
 */
export function chainOf(
  certificate: X509Certificate,
  pool: readonly X509Certificate[],
  trustedRoot: X509Certificate,
): X509Certificate[] | null {
  const chain: X509Certificate[] = [];
  for (let current = certificate; !current.raw.equals(trustedRoot.raw); ) {
    const candidates = [trustedRoot, ...pool.filter((authority) => !chain.includes(authority))];
    const issuer = candidates.find((candidate) => candidate !== current && isSignedBy(current, candidate));
    if (!issuer) return null;
    chain.push(issuer);
    current = issuer;
  }
  return chain;
}

/** The number in upper-case hexadecimal, without leading zeros. */
export const serialNumberOf = ({ serialNumber }: X509Certificate): string =>
  serialNumber.toUpperCase().replace(/^0+(?=.)/, '');

/** Subject key identifier (RFC 5280, 4.2.1.2) in lower-case hexadecimal; null where there is none to be read. */
export function keyIdOf({ raw }: X509Certificate): string | null {
  try {
    const { extensions } = AsnParser.parse(raw, Certificate).tbsCertificate;
    const extension = extensions?.find(({ extnID }) => extnID === id_ce_subjectKeyIdentifier);
    return extension
      ? Buffer.from(AsnParser.parse(extension.extnValue.buffer, OctetString).buffer).toString('hex')
      : null;
  } catch {
    return null;
  }
}
