import { createPublicKey, type KeyObject } from 'node:crypto';
import { CertificationRequest } from '@peculiar/asn1-csr';
import { AsnConvert, AsnParser } from '@peculiar/asn1-schema';
import { Extensions, id_ce_subjectAltName, id_ce_subjectDirectoryAttributes } from '@peculiar/asn1-x509';
import { rejected } from './ejbca-failure';

/** PKCS #9, 5.4.2 (RFC 2985): `extensionRequest`. */
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
/** `pkcs10enroll` copies these out of the request into the end entity, whatever the profile says of other extensions. */
const COPIED_BY_EJBCA: readonly string[] = [id_ce_subjectAltName, id_ce_subjectDirectoryAttributes];

function parse(csrDer: Uint8Array): CertificationRequest {
  try {
    return AsnParser.parse(csrDer, CertificationRequest);
  } catch {
    throw rejected('broken_request');
  }
}

function requestedExtensions({ certificationRequestInfo }: CertificationRequest): string[] {
  try {
    return certificationRequestInfo.attributes
      .filter(({ type }) => type === EXTENSION_REQUEST)
      .flatMap(({ values }) => values.flatMap((value) => [...AsnParser.parse(value, Extensions)]))
      .map(({ extnID }) => extnID);
  } catch {
    throw rejected('broken_request');
  }
}

/**
 * The key of a request.
 * @throws PortError `rejected`: `broken_request`; `unsupported_key` (also SM2, which EJBCA does not sign);
 * `names_in_request` when it asks for names that EJBCA would certify though nobody proved them
 */
export function publicKeyOfRequest(csrDer: Uint8Array): KeyObject {
  const request = parse(csrDer);
  if (requestedExtensions(request).some((extension) => COPIED_BY_EJBCA.includes(extension))) {
    throw rejected('names_in_request');
  }
  try {
    const key = Buffer.from(AsnConvert.serialize(request.certificationRequestInfo.subjectPKInfo));
    const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
    if (publicKey.asymmetricKeyType === 'rsa' || publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1') {
      return publicKey;
    }
  } catch {
    // node's error quotes nothing of use; what follows says it
  }
  throw rejected('unsupported_key');
}
