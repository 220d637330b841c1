import { checkIssuer } from '../certificates/build-certificate';
import type { CertificateIssuer } from '../certificates/certificate-types';
import { authorityKeyIdentifierDer, extension, keyIdentifierOf } from '../certificates/write-extensions';
import { enumerated, explicit, integer, integerOfHex, sequence, time } from '../der/write-der';
import { signatureAlgorithmOf } from '../keys/signature-algorithms';
import { oids } from '../oids';
import { PkiError } from '../pki-error';
import { signStructure } from '../signed-structure';
import type { CrlContent, RevocationReason, RevokedEntry } from './crl-types';
import { reasonNumbers } from './reasons';

/**
 * A complete v2 list (RFC 5280, 5), DER, in the order of the entries. Holds are entries with the reason `certificateHold`; whoever ends a hold leaves
 * the entry out. An entry stays until it was on a list that was made after its certificate's end, whatever its reason.
 * @throws PkiError invalid_input, key_mismatch
 */
export async function buildCrl(
  issuer: CertificateIssuer,
  content: CrlContent,
  entries: Iterable<RevokedEntry>,
): Promise<Uint8Array> {
  checkIssuer(issuer);
  checkContent(content);
  const { certificate } = issuer;
  const encoded: Uint8Array[] = [];
  for (const entry of entries) {
    if (isStillListed(entry, content)) encoded.push(encodeEntry(entry));
  }
  const keyIdentifier = certificate.subjectKeyIdentifier ?? keyIdentifierOf(certificate.publicKey.keyBits);
  const tbsDer = sequence(
    integer(1),
    signatureAlgorithmOf(issuer.key.algorithm),
    certificate.subjectDer,
    time(content.thisUpdate),
    time(content.nextUpdate),
    // RFC 5280, 5.1.2.6: left out, not empty
    // Joined first: so many arguments would overflow the stack
    ...(encoded.length > 0 ? [sequence(Buffer.concat(encoded))] : []),
    explicit(
      0,
      sequence(
        extension(oids.authorityKeyIdentifier, false, authorityKeyIdentifierDer(keyIdentifier)),
        extension(oids.crlNumber, false, integer(content.number)),
      ),
    ),
  );
  return signStructure(tbsDer, issuer.key, certificate.publicKey);
}

/** RFC 5280, 3.3: no entry goes before it was on one regular list that was issued beyond the certificate's validity. */
function isStillListed({ notAfter }: RevokedEntry, { previousUpdate }: CrlContent): boolean {
  return previousUpdate === null || notAfter >= previousUpdate;
}

function checkContent({ number, thisUpdate, nextUpdate, previousUpdate }: CrlContent): void {
  if (number < 0n || number >= 1n << 159n) throw new PkiError('invalid_input', 'The number of a list is out of range');
  if (nextUpdate <= thisUpdate) throw new PkiError('invalid_input', 'A list would be old when it is new');
  if (previousUpdate && previousUpdate > thisUpdate) {
    throw new PkiError('invalid_input', 'A list would be older than the one before it');
  }
}

function encodeEntry({ serialNumber, revokedAt, reason }: RevokedEntry): Uint8Array {
  const extensions = EXTENSIONS[reason];
  return sequence(integerOfHex(serialNumber), time(revokedAt), ...(extensions ? [extensions] : []));
}

/** The same few for all entries. RFC 5280, 5.3.1: `unspecified` is said by saying nothing. */
const EXTENSIONS: Partial<Record<RevocationReason, Uint8Array>> = Object.fromEntries(
  Object.entries(reasonNumbers)
    .filter(([reason]) => reason !== 'unspecified')
    .map(([reason, number]) => [reason, sequence(extension(oids.crlReason, false, enumerated(number)))]),
);
