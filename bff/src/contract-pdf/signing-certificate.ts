import { extendedKeyUsageOids, readName } from '../pki';
import { type Certificate, readCertificate } from './verify/read-certificate';

/** Why nothing may be sealed with a certificate, at some time or at all. */
export type SigningCertificateProblem =
  | 'certificate-ended'
  | 'certificate-not-yet-valid'
  | 'certificate-issuer-ended'
  | 'certificate-issuer-not-yet-valid'
  | 'certificate-usage'
  | 'certificate-name';

/** What a contract's signature may be for. Beside RFC 9336 what was usual before it: Microsoft's and Adobe's document signing. */
const purposes: ReadonlySet<string> = new Set([
  extendedKeyUsageOids.documentSigning,
  extendedKeyUsageOids.emailProtection,
  '1.3.6.1.4.1.311.10.3.12',
  '1.2.840.113583.1.1.5',
  // anyExtendedKeyUsage (RFC 5280, 4.2.1.12)
  '2.5.29.37.0',
]);

/**
 * Reads the chain of a signing certificate once; what it gives says whether the chain may seal at a time, in the authority's name.
 * Whether the certificates belong together is for `createSigningKey`.
 * @param chain DER, leaf first
 * @throws Error when one of them cannot be read
 */
export function createCertificateCheck(
  chain: readonly Uint8Array[],
  authorityName: string,
): (at: Date) => SigningCertificateProblem | null {
  const [leaf, ...issuers] = chain.map(readCertificate);
  if (!leaf) throw new Error('A signer needs a certificate');
  const lasting = lastingProblem(leaf, authorityName);
  return (at) => {
    if (at > leaf.notAfter) return 'certificate-ended';
    if (at < leaf.notBefore) return 'certificate-not-yet-valid';
    if (issuers.some(({ notAfter }) => at > notAfter)) return 'certificate-issuer-ended';
    if (issuers.some(({ notBefore }) => at < notBefore)) return 'certificate-issuer-not-yet-valid';
    return lasting;
  };
}

function lastingProblem(leaf: Certificate, authorityName: string): SigningCertificateProblem | null {
  const { authority, keyUsages, extendedKeyUsages, subjectDer } = leaf;
  const maySign = keyUsages?.some((usage) => usage === 'digitalSignature' || usage === 'nonRepudiation') ?? false;
  const isForDocuments = extendedKeyUsages?.some((usage) => purposes.has(usage)) ?? true;
  // An authority that seals would vouch for its customers' contracts, too.
  if (authority || !maySign || !isForDocuments) return 'certificate-usage';
  const isOurs = readName(subjectDer).some(
    ({ type, value }) => (type === 'organizationName' || type === 'commonName') && value === authorityName,
  );
  return isOurs ? null : 'certificate-name';
}
