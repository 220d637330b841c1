import { areEqual } from '../der/read-values';
import { explicit, integer, integerOfHex, sequence, time } from '../der/write-der';
import type { KeyAlgorithm, SigningKey } from '../keys/key-types';
import { readPublicKey } from '../keys/read-public-key';
import { signatureAlgorithmOf } from '../keys/signature-algorithms';
import { encodeName } from '../names/distinguished-name';
import { PkiError } from '../pki-error';
import { signStructure } from '../signed-structure';
import type { CertificateContent, CertificateIssuer, ReadCertificate } from './certificate-types';
import { lint } from './lint';
import { keyIdentifierOf, writeExtensions } from './write-extensions';

/**
 * A v3 certificate, DER (RFC 5280, 4.1), linted before it is signed. The issuer's name and key identifier are its certificate's, byte for byte.
 * @throws PkiError lint (with findings), invalid_input, key_mismatch, weak_key, unsupported_algorithm
 */
export async function buildCertificate(issuer: CertificateIssuer, content: CertificateContent): Promise<Uint8Array> {
  checkIssuer(issuer);
  const tbsDer = encodeTbsCertificate(content, issuer.key.algorithm, issuer.certificate);
  return lintAndSign(tbsDer, issuer.key, issuer.certificate);
}

/** A self-signed certificate of an authority of one's own. The content's key is the signing key's. @throws PkiError as above */
export async function buildRootCertificate(
  key: SigningKey,
  content: Omit<CertificateContent, 'publicKeyInfoDer'>,
): Promise<Uint8Array> {
  const tbsDer = encodeTbsCertificate({ ...content, publicKeyInfoDer: key.publicKeyInfoDer }, key.algorithm, null);
  return lintAndSign(tbsDer, key, null);
}

/** @throws PkiError key_mismatch when the key is not the one of the certificate */
export function checkIssuer({ key, certificate }: CertificateIssuer): void {
  // Of the encodings that readPublicKey takes there is one for each key
  if (!areEqual(key.publicKeyInfoDer, certificate.publicKey.publicKeyInfoDer)) {
    throw new PkiError('key_mismatch', 'The signing key is not the key of the certificate that it is to sign for');
  }
}

async function lintAndSign(tbsDer: Uint8Array, key: SigningKey, issuer: ReadCertificate | null): Promise<Uint8Array> {
  const findings = lint(tbsDer, { issuer, signatureAlgorithm: key.algorithm });
  if (findings.length > 0) {
    throw new PkiError('lint', `The certificate would break rules: ${findings.join(', ')}`, findings);
  }
  return signStructure(tbsDer, key, issuer?.publicKey ?? readPublicKey(key.publicKeyInfoDer));
}

/** TBSCertificate, not yet linted. */
export function encodeTbsCertificate(
  content: CertificateContent,
  algorithm: KeyAlgorithm,
  issuer: ReadCertificate | null,
): Uint8Array {
  const { keyBits } = readPublicKey(content.publicKeyInfoDer);
  const subjectDer = content.subject instanceof Uint8Array ? content.subject : encodeName(content.subject);
  const extensions = writeExtensions({
    profile: content.profile,
    alternativeNames: content.alternativeNames ?? [],
    subjectKeyIdentifier: keyIdentifierOf(keyBits),
    authorityKeyIdentifier: issuer && (issuer.subjectKeyIdentifier ?? keyIdentifierOf(issuer.publicKey.keyBits)),
  });
  return sequence(
    explicit(0, integer(2)),
    integerOfHex(content.serialNumber),
    signatureAlgorithmOf(algorithm),
    issuer ? issuer.subjectDer : subjectDer,
    sequence(time(content.notBefore), time(content.notAfter)),
    subjectDer,
    content.publicKeyInfoDer,
    explicit(3, sequence(...extensions)),
  );
}
