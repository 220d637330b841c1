import { bool, integer, integerOfHex, nothing, objectIdentifier, octetString, sequence } from '../../pki/der/write-der';
import { oids } from '../../pki/oids';

/** TimeStampReq (RFC 3161, 2.4.1) over a SHA-256 digest. @param nonce hexadecimal */
export const timestampRequest = (digest: Buffer, nonce: string): Buffer =>
  sequence(
    integer(1),
    sequence(sequence(objectIdentifier(oids.sha256), nothing()), octetString(digest)),
    integerOfHex(nonce),
    // certReq: whoever checks the token in ten years must find its certificate.
    bool(true),
  );
