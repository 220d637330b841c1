import { checkIssuer } from '../certificates/build-certificate';
import { extension, keyIdentifierOf } from '../certificates/write-extensions';
import {
  bitString,
  enumerated,
  explicit,
  generalizedTime,
  objectIdentifier,
  octetString,
  primitiveTag,
  sequence,
  value,
} from '../der/write-der';
import { signatureAlgorithmOf } from '../keys/signature-algorithms';
import { oids } from '../oids';
import { PkiError } from '../pki-error';
import { reasonNumbers } from '../revocation/reasons';
import type { OcspAnswer, OcspCertificateStatus, OcspFailure, OcspResponder, OcspResponseContent } from './ocsp-types';

const SUCCESSFUL = 0;
/** RFC 6960, 4.2.1. 4 is not used. */
const FAILURES: Readonly<Record<OcspFailure, number>> = {
  malformedRequest: 1,
  internalError: 2,
  tryLater: 3,
  unauthorized: 6,
};

/** An answer without a signature (RFC 6960, 2.3), DER. */
export const ocspFailure = (failure: OcspFailure): Uint8Array => sequence(enumerated(FAILURES[failure]));

/**
 * A signed answer (RFC 6960, 4.2.1), DER. The responder is named by the hash of its key; a delegated one sends its certificate along.
 * @throws PkiError invalid_input, key_mismatch
 */
export async function buildOcspResponse(responder: OcspResponder, content: OcspResponseContent): Promise<Uint8Array> {
  checkIssuer(responder);
  if (content.answers.length === 0) throw new PkiError('invalid_input', 'An answer says nothing');
  const { key, certificate } = responder;
  const data = sequence(
    explicit(2, octetString(keyIdentifierOf(certificate.publicKey.keyBits))),
    generalizedTime(content.producedAt),
    sequence(...content.answers.map(encodeAnswer)),
    ...(content.nonce ? [explicit(1, sequence(extension(oids.ocspNonce, false, octetString(content.nonce))))] : []),
  );
  const basic = sequence(
    data,
    signatureAlgorithmOf(key.algorithm),
    bitString(await key.sign(data)),
    ...(responder.delegated ? [explicit(0, sequence(certificate.der))] : []),
  );
  const bytes = sequence(objectIdentifier(oids.ocspBasic), octetString(basic));
  return sequence(enumerated(SUCCESSFUL), explicit(0, bytes));
}

function encodeAnswer({ certIdDer, status, thisUpdate, nextUpdate }: OcspAnswer): Uint8Array {
  if (nextUpdate <= thisUpdate) throw new PkiError('invalid_input', 'An answer would be old when it is new');
  return sequence(
    certIdDer,
    encodeStatus(status),
    generalizedTime(thisUpdate),
    explicit(0, generalizedTime(nextUpdate)),
  );
}

/** CertStatus: `[0] NULL`, `[1] RevokedInfo`, `[2] NULL`, all with implicit tags. */
function encodeStatus(status: OcspCertificateStatus): Uint8Array {
  switch (status.state) {
    case 'good':
      return value(primitiveTag(0));
    case 'unknown':
      return value(primitiveTag(2));
    case 'revoked':
      return explicit(
        1,
        generalizedTime(status.at),
        // RFC 5280, 5.3.1: `unspecified` is said by saying nothing
        ...(status.reason === 'unspecified' ? [] : [explicit(0, enumerated(reasonNumbers[status.reason]))]),
      );
  }
}
