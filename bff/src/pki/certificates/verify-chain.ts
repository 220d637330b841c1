import { areEqual } from '../der/read-values';
import { verifySignature } from '../keys/verify-signature';
import { oids } from '../oids';
import type { ChainContext, ChainProblem, ChainResult, ReadCertificate } from './certificate-types';
import { readCertificate } from './read-certificate';

const LONGEST_PATH = 8;
/** What may be critical: its meaning is checked here, or is for the caller to look at (usages, policies, names). */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.basicConstraints,
  oids.certificatePolicies,
  oids.subjectAltName,
]);

/**
 * Looks for a way from a certificate to an anchor (RFC 5280, 6.1): names byte by byte, signatures, CA flag and `keyCertSign`, path length, and the
 * dates of every certificate, the anchor's too. Revocation, usages and policies of the certificate itself are for the caller.
 * @throws PkiError for a certificate that cannot be read
 */
export function verifyChain(certificateDer: Uint8Array, context: ChainContext): ChainResult {
  const anchors = context.anchors.map(readCertificate);
  const candidates = [...anchors, ...context.intermediates.map(readCertificate)];
  return extend([readCertificate(certificateDer)], { anchors, candidates, at: context.at });
}

interface Search {
  readonly anchors: readonly ReadCertificate[];
  readonly candidates: readonly ReadCertificate[];
  readonly at: Date;
}

function extend(path: readonly ReadCertificate[], search: Search): ChainResult {
  const last = path.at(-1);
  if (!last || path.length > LONGEST_PATH) return untrusted('path_too_long');
  const own = problemOf(last, search.at);
  if (own) return untrusted(own);
  if (search.anchors.some((anchor) => areEqual(anchor.der, last.der))) return { trusted: true, path };
  // Of several ways that end, the one that got furthest tells most
  let result = untrusted('unknown_issuer');
  for (const issuer of search.candidates) {
    if (!isNamedIssuer(issuer, last) || path.some((known) => areEqual(known.der, issuer.der))) continue;
    const problem = problemBetween(issuer, path, last);
    result = problem ? untrusted(problem) : extend([...path, issuer], search);
    if (result.trusted) return result;
  }
  return result;
}

const untrusted = (problem: ChainProblem): ChainResult => ({ trusted: false, problem });

function problemOf(certificate: ReadCertificate, at: Date): ChainProblem | null {
  if (at < certificate.notBefore) return 'not_yet_valid';
  if (at > certificate.notAfter) return 'expired';
  const isStrange = certificate.extensions.some(({ critical, oid }) => critical && !UNDERSTOOD.has(oid));
  return isStrange ? 'unknown_critical_extension' : null;
}

/** Key identifiers only tell authorities of one name apart: the signature decides. */
function isNamedIssuer(issuer: ReadCertificate, subject: ReadCertificate): boolean {
  if (!areEqual(issuer.subjectDer, subject.issuerDer)) return false;
  const { authorityKeyIdentifier: wanted } = subject;
  const { subjectKeyIdentifier: offered } = issuer;
  return !wanted || !offered || areEqual(wanted, offered);
}

function problemBetween(
  issuer: ReadCertificate,
  path: readonly ReadCertificate[],
  subject: ReadCertificate,
): ChainProblem | null {
  if (!issuer.authority) return 'not_an_authority';
  if (issuer.keyUsages && !issuer.keyUsages.includes('keyCertSign')) return 'not_an_authority';
  const between = path.slice(1).filter((authority) => !areEqual(authority.subjectDer, authority.issuerDer)).length;
  if (issuer.authority.pathLength !== null && between > issuer.authority.pathLength) return 'path_too_long';
  return isSignedBy(subject, issuer) ? null : 'wrong_signature';
}

/** Whether the issuer's key has made the certificate's signature. @throws PkiError for algorithms that are not spoken */
export function isSignedBy(
  signed: { tbsDer: Uint8Array; signatureAlgorithmDer: Uint8Array; signature: Uint8Array },
  issuer: ReadCertificate,
): boolean {
  return verifySignature(issuer.publicKey, signed.signatureAlgorithmDer, signed.tbsDer, signed.signature);
}
