import { pemBlocksOf, pemOf } from '../../pki/der/read-pem';
import { readAnchors, readCertificate } from './read-certificate';
import type { ContractTrust } from './verification';

/**
 * Out of the chains of those who seal, today and before: certificates that seal are the anchors, authorities above them only speak
 * on revocation. So an authority in such a file does not vouch for all its customers.
 * @throws Error when one of them cannot be read, or none seals
 */
export function trustOf(chainPems: readonly string[], timestampAnchorsPem: string): ContractTrust {
  const certificates = chainPems.flatMap((pem) => pemBlocksOf(pem, 'CERTIFICATE')).map(readCertificate);
  const pemsOf = (isAuthority: boolean) =>
    certificates
      .filter(({ authority }) => (authority !== null) === isAuthority)
      .map(({ der }) => pemOf('CERTIFICATE', der));
  const anchors = pemsOf(false);
  if (anchors.length === 0) throw new Error('There is no certificate that contracts are sealed with');
  const timestampAnchors = timestampAnchorsPem ? [timestampAnchorsPem] : [];
  // Now, and not when somebody has uploaded the first file.
  readAnchors(timestampAnchors);
  return { anchors, authorities: pemsOf(true), timestampAnchors };
}
