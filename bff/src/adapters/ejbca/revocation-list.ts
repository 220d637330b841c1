import { verify, type X509Certificate } from 'node:crypto';
import { AsnParser } from '@peculiar/asn1-schema';
import { CertificateList, id_ce_cRLNumber, type TBSCertList } from '@peculiar/asn1-x509';
import type { CertificateRevocationList } from '../../ports/certificate-authority';
import { unexpectedAnswer } from './ejbca-failure';

/** Digest of each signature algorithm that a CA of EJBCA may use (RFC 5758, RFC 8017); node takes the rest from the key. */
const DIGESTS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

function isSignedBy({ tbsCertListRaw, signatureAlgorithm, signature }: CertificateList, issuer: X509Certificate) {
  const digest = DIGESTS[signatureAlgorithm.algorithm];
  if (!digest || !tbsCertListRaw) return false;
  return verify(digest, new Uint8Array(tbsCertListRaw), issuer.publicKey, new Uint8Array(signature));
}

const INTEGER_HEADER = 2;
/** The library's CRLNumber is a floating-point number; a list's may have 20 octets, all of them positive (RFC 5280, 5.2.3). */
const integerOf = (der: Uint8Array): bigint => BigInt(`0x${Buffer.from(der).subarray(INTEGER_HEADER).toString('hex')}`);

function crlNumber({ crlExtensions }: TBSCertList): bigint | null {
  const extension = crlExtensions?.find(({ extnID }) => extnID === id_ce_cRLNumber);
  return extension ? integerOf(new Uint8Array(extension.extnValue.buffer)) : null;
}

/**
 * A complete list (RFC 5280, 5.1), its signature checked.
 * @param authorities the CA first, which has to have signed it
 * @throws PortError `unavailable` when it is none, lacks number or next update, or somebody else has signed it
 */
export function readRevocationList(der: Uint8Array, [issuer]: readonly X509Certificate[]): CertificateRevocationList {
  try {
    const list = AsnParser.parse(der, CertificateList);
    const number = crlNumber(list.tbsCertList);
    const { thisUpdate, nextUpdate } = list.tbsCertList;
    if (issuer && number !== null && nextUpdate && isSignedBy(list, issuer)) {
      return { der: new Uint8Array(der), number, thisUpdate: thisUpdate.getTime(), nextUpdate: nextUpdate.getTime() };
    }
  } catch {
    // What the parser says is about bytes; what follows says enough
  }
  throw unexpectedAnswer();
}
