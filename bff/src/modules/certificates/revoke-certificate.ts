import { AppError, type CertificateRevocationReason } from '@acceptance/shared';
import { outboxEntry } from '../../database/outbox';
import { type ProofDependencies, proveSelf } from '../auth';
import type { CertificateModel, CertificateRecord, CertificateRevocation } from './certificate.model';
import { CERTIFICATE_JOBS, validityChanged } from './certificate-jobs';
import { findCertificate, findOwnCertificate } from './find-certificates';

interface RevokeDependencies {
  readonly certificates: CertificateModel;
}

/**
 * Revokes at once for us; the authority is told by a job in the same write. Revoking again keeps the first reason and date.
 */
export async function revokeCertificate(
  { certificates }: RevokeDependencies,
  { _id }: Pick<CertificateRecord, '_id'>,
  revocation: CertificateRevocation,
): Promise<void> {
  await certificates.updateOne(
    { _id, state: { $in: ['issued', 'suspended'] } },
    {
      $set: { state: 'revoked', revocation },
      $unset: { openFor: 1 },
      $push: {
        outbox: {
          $each: [
            ...validityChanged(revocation.at),
            outboxEntry(CERTIFICATE_JOBS.endOthersOfKey, revocation.at),
            outboxEntry(CERTIFICATE_JOBS.findStopped, revocation.at),
          ],
        },
      },
    },
  );
}

export interface RevokeOwnDependencies extends RevokeDependencies, ProofDependencies {}

/**
 * The holder ends their certificate, proving to be there by a code. A certificate that is over stays as it is, whoever
 * ended it. @throws AppError certificates.not_found, certificates.not_issued, auth.code_*
 */
export async function revokeOwnCertificate(
  needs: RevokeOwnDependencies,
  { accountId, certificateId, reason, code, now }: OwnRevocation,
): Promise<CertificateRecord> {
  const { certificates } = needs;
  const certificate = await findOwnCertificate(certificates, accountId, certificateId);
  if (certificate.state === 'revoked') {
    return certificate;
  }
  if (!certificate.issuedAt) {
    throw new AppError('certificates.not_issued');
  }
  await proveSelf(needs, { accountId, code, now });
  await revokeCertificate(needs, certificate, { reason, at: now, by: { role: 'applicant', id: accountId } });
  return findCertificate(certificates, certificateId);
}

interface OwnRevocation {
  readonly accountId: string;
  readonly certificateId: string;
  readonly reason: CertificateRevocationReason;
  readonly code: string;
  readonly now: Date;
}
