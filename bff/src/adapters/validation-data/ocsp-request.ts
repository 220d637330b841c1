import { createHash } from 'node:crypto';
import type { ReadCertificate } from '../../pki';
import { integerOfHex, nothing, objectIdentifier, octetString, sequence } from '../../pki/der/write-der';
import { oids } from '../../pki/oids';

const sha1 = (bytes: Uint8Array): Buffer => createHash('sha1').update(bytes).digest();

/**
 * OCSPRequest about one certificate (RFC 6960, 4.1.1). SHA-1 only names the issuer here, and every responder knows it; hashes are over the issuer's
 * name as it stands in its certificate.
 */
export const ocspRequest = (certificate: ReadCertificate, issuer: ReadCertificate): Buffer =>
  sequence(
    sequence(
      sequence(
        sequence(
          sequence(
            sequence(objectIdentifier(oids.sha1), nothing()),
            octetString(sha1(issuer.subjectDer)),
            octetString(sha1(issuer.publicKey.keyBits)),
            integerOfHex(certificate.serialNumber),
          ),
        ),
      ),
    ),
  );
