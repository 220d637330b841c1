import { X509Certificate } from 'node:crypto';
import { areEqual } from '../../pki/der/read-values';
import { oids as pkiOids } from '../../pki/oids';
import { limits } from './limits';
import { type Certificate, isSignedBy } from './read-certificate';

/** What may be critical: its meaning is checked here, or is for the caller to look at. */
const understood: ReadonlySet<string> = new Set([
  pkiOids.keyUsage,
  pkiOids.extendedKeyUsage,
  pkiOids.basicConstraints,
  pkiOids.certificatePolicies,
  pkiOids.subjectAltName,
]);

/**
 * The shortest way from a certificate to an anchor: names byte by byte, signatures, CA flag and `keyCertSign`, path length
 * (RFC 5280, 6.1). Dates are for the caller (`areValidAt`), so that it can tell "nobody we know" from "not then".
 * In breadth: every certificate is taken once, at its shortest way, and signatures are checked a bounded number of times,
 * whatever circles the certificates make.
 */
export function findPath(
  signer: Certificate,
  embedded: readonly Certificate[],
  anchors: readonly Certificate[],
): readonly Certificate[] | undefined {
  const isAnchor = (one: Certificate) => anchors.some((anchor) => areEqual(anchor.der, one.der));
  const left = new Set([...anchors, ...embedded]);
  // Who is named as an anchor is trusted whatever else it says of itself.
  let ways: (readonly Certificate[])[] = isStrange(signer) && !isAnchor(signer) ? [] : [[signer]];
  let steps = 0;
  for (let length = 1; length <= limits.path && ways.length > 0; length += 1) {
    const arrived = ways.find((way) => isAnchor(way.at(-1) ?? signer));
    if (arrived) return arrived;
    const longer: (readonly Certificate[])[] = [];
    for (const way of ways) {
      const last = way.at(-1) ?? signer;
      for (const issuer of left) {
        if (!mayIssue(issuer, last, way.length - 1)) continue;
        steps += 1;
        if (steps > limits.pathSteps) return undefined;
        if (!isSignedBy(last, issuer)) continue;
        left.delete(issuer);
        longer.push([...way, issuer]);
      }
    }
    ways = longer;
  }
  return undefined;
}

export const areValidAt = (path: readonly Certificate[], at: Date): boolean =>
  path.every(({ notBefore, notAfter }) => at >= notBefore && at <= notAfter);

/**
 * Whether each certificate is one of the way up from the signer, with the signatures of all of them, as far up as they go:
 * no certificate is carried along that has nothing to do with it, or that somebody has touched.
 */
export function isOneChain(signer: Certificate, certificates: readonly Certificate[]): boolean {
  const left = new Set(certificates.filter(({ der }) => !areEqual(der, signer.der)));
  let steps = 0;
  for (let last: Certificate | undefined = signer; last && left.size > 0; ) {
    const subject: Certificate = last;
    last = undefined;
    for (const issuer of left) {
      if (!areEqual(issuer.subjectDer, subject.issuerDer)) continue;
      steps += 1;
      if (steps > limits.pathSteps) return false;
      if (!isSignedBy(subject, issuer)) continue;
      left.delete(issuer);
      const isRoot = areEqual(issuer.subjectDer, issuer.issuerDer);
      if (isRoot && !isSelfSigned(issuer)) return false;
      last = issuer;
      break;
    }
  }
  return left.size === 0;
}

/** Also by SHA-1, as older roots are: here it says that nobody has touched it, not that anybody should trust it. */
function isSelfSigned({ der, key }: Certificate): boolean {
  try {
    return new X509Certificate(der).verify(key);
  } catch {
    return false;
  }
}

const isStrange = ({ criticalExtensions }: Certificate): boolean =>
  criticalExtensions.some((oid) => !understood.has(oid));

/** @param between how many authorities stand between it and the signer */
function mayIssue(issuer: Certificate, subject: Certificate, between: number): boolean {
  if (!areEqual(issuer.subjectDer, subject.issuerDer) || areEqual(issuer.der, subject.der)) return false;
  const { authorityKeyIdentifier: wanted } = subject;
  const { subjectKeyIdentifier: offered } = issuer;
  // Identifiers only tell authorities of one name apart: the signature decides.
  if (wanted && offered && !areEqual(wanted, offered)) return false;
  const isAuthority = issuer.authority && (!issuer.keyUsages || issuer.keyUsages.includes('keyCertSign'));
  if (!isAuthority || isStrange(issuer)) return false;
  return issuer.authority?.pathLength == null || issuer.authority.pathLength >= between;
}
