import type { X509Certificate } from 'node:crypto';
import { pki } from 'node-forge';
import { oids } from './cms-oids';
import { certificatesOfPem } from './signing-key';

const longestChain = 6;

/**
 * Walks from the signer to a trust anchor: signatures, names, CA flag (with keyCertSign), path length, validity of every
 * certificate at `at` (RFC 5280, 6), and whether the signer's certificate is one for signing documents.
 * @throws Error when an anchor is not a certificate
 */
export function checkChain(
  signer: X509Certificate | undefined,
  embedded: X509Certificate[],
  trustedRootsPem: string[],
  at: Date,
): { trusted: boolean; problems: string[] } {
  const anchors = trustedRootsPem.flatMap(readAnchors);
  if (!signer) return { trusted: false, problems: [] };
  const path = findPath([signer], embedded, anchors);
  if (!path) return { trusted: false, problems: ['签名证书不是由受信任的机构签发。'] };
  const problems = path.some((certificate) => !isValidAt(certificate, at)) ? ['签名证书在核验时间不在有效期内。'] : [];
  problems.push(...usageProblems(signer, path.length === 1));
  return { trusted: problems.length === 0, problems };
}

function readAnchors(pem: string): X509Certificate[] {
  const anchors = certificatesOfPem(pem);
  if (anchors.length === 0) throw new Error('A trust anchor holds no certificate');
  return anchors;
}

function findPath(
  path: X509Certificate[],
  embedded: X509Certificate[],
  anchors: X509Certificate[],
): X509Certificate[] | undefined {
  const last = path.at(-1);
  if (!last || path.length > longestChain) return undefined;
  if (anchors.some((anchor) => anchor.fingerprint256 === last.fingerprint256)) return path;
  for (const candidate of [...anchors, ...embedded]) {
    const isNew = path.every((certificate) => certificate.fingerprint256 !== candidate.fingerprint256);
    const isIssuer = isNew && candidate.ca && last.checkIssued(candidate) && last.verify(candidate.publicKey);
    if (!isIssuer || path.length - 1 > pathLength(candidate)) continue;
    const found = findPath([...path, candidate], embedded, anchors);
    if (found) return found;
  }
  return undefined;
}

function isValidAt(certificate: X509Certificate, at: Date): boolean {
  return at >= new Date(certificate.validFrom) && at <= new Date(certificate.validTo);
}

/** How many authorities may stand between this one and the signer. */
function pathLength(certificate: X509Certificate): number {
  const constraints = extension(certificate, 'basicConstraints');
  return typeof constraints?.pathLenConstraint === 'number' ? constraints.pathLenConstraint : Number.POSITIVE_INFINITY;
}

/** A certificate named as an anchor itself is ours whatever its extended usage; any other has to be for documents. */
function usageProblems(signer: X509Certificate, isAnchor: boolean): string[] {
  const usage = extension(signer, 'keyUsage');
  const problems: string[] = [];
  if (signer.ca) problems.push('签名使用的是机构证书，而不是签名证书。');
  if (!usage?.nonRepudiation && !usage?.digitalSignature) problems.push('签名证书的密钥用途不允许签名。');
  // In Node `keyUsage` holds the extended key usage.
  const signsDocuments = isAnchor || signer.keyUsage?.includes(oids.documentSigning);
  if (!signsDocuments) problems.push('签名证书不是文件签名证书。');
  return problems;
}

interface ReadExtension {
  pathLenConstraint?: number;
  nonRepudiation?: boolean;
  digitalSignature?: boolean;
}

/** An extension as node-forge reads it; nothing for certificates it cannot read (they have no RSA key). */
function extension(certificate: X509Certificate, name: string): ReadExtension | undefined {
  try {
    return pki.certificateFromPem(certificate.toString()).getExtension({ name });
  } catch {
    return undefined;
  }
}
