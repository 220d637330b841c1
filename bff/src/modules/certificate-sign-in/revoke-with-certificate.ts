import type { CertificateAnswer, HOLDER_REVOCATION_REASONS, RevokedCertificate } from '@acceptance/shared';
import { recordIdOf } from '../../database/record-id';
import { findCertificate, revokeCertificate } from '../certificates';
import { type CertificateProofDependencies, proveByCertificate } from './prove-by-certificate';

interface RevocationByKey extends CertificateAnswer {
  readonly reason: (typeof HOLDER_REVOCATION_REASONS)[number];
}

/**
 * Ends the certificate whose key has answered: whoever has the key may, for in other hands than its holder's it must end too
 * (RFC 8555, 7.6, has the same rule). @param origin of `pageOriginOf`
 * @throws AppError auth.challenge_invalid, auth.certificate_*
 */
export async function revokeWithCertificate(
  dependencies: CertificateProofDependencies,
  { reason, ...answer }: RevocationByKey,
  origin: string,
  now: Date,
): Promise<RevokedCertificate> {
  const { certificates } = dependencies;
  const held = await proveByCertificate(dependencies, { answer, purpose: 'revocation', origin, now });
  await revokeCertificate(dependencies, held, { reason, at: now, by: { role: 'applicant', id: held.accountId } });
  // Somebody else's call may have been first: it ended then.
  const { revocation } = await findCertificate(certificates, recordIdOf(held));
  return { serialNumber: held.serialNumber ?? '', revokedAt: (revocation?.at ?? now).toISOString() };
}
