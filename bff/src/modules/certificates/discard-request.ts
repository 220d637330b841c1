import { AppError } from '@acceptance/shared';
import { outboxEntry } from '../../database/outbox';
import type { JobRun, PersonalEnd } from '../../jobs/job-handler';
import type { CertificateAuthority } from '../../ports/certificate-authority';
import type { CertificateModel } from './certificate.model';
import { CERTIFICATE_JOBS, ISSUE_LIMIT_MS } from './certificate-jobs';
import { findCertificate } from './find-certificates';

export interface DiscardDependencies {
  readonly certificates: CertificateModel;
  /** @throws AppError orders.not_found, staff.own_order */
  readonly refuseOwnOrder: (staffId: string, orderId: string) => Promise<void>;
}

/**
 * Somebody has decided that the key is to be made anew: the request that was given up is over, and its order takes another
 * key, never this one. What the authority may have made of it all the same is ended by a job in the same write; it looks when
 * nobody who was asked before can still be at it. A second time nothing changes.
 * @throws AppError tasks.settlement_does_not_fit for a request that goes on or has become a certificate, staff.own_order
 */
export async function discardRequest(
  { certificates, refuseOwnOrder }: DiscardDependencies,
  certificateId: string,
  { staffId, now, closing }: PersonalEnd,
): Promise<void> {
  const { orderId } = await findCertificate(certificates, certificateId);
  await refuseOwnOrder(staffId, orderId);
  const whenQuiet = new Date(now.getTime() + 2 * ISSUE_LIMIT_MS);
  const { matchedCount } = await certificates.updateOne(
    { _id: certificateId, state: 'failed', openFor: orderId },
    {
      $unset: { openFor: 1 },
      $push: { outbox: { $each: [closing, outboxEntry(CERTIFICATE_JOBS.endDiscarded, whenQuiet)] } },
    },
  );
  if (matchedCount === 0) {
    const { state, openFor } = await findCertificate(certificates, certificateId);
    if (state !== 'failed' || openFor) {
      throw new AppError('tasks.settlement_does_not_fit');
    }
  }
}

/** Job: no certificate of a discarded request stays valid that nobody here knows. @throws PortError */
export async function endDiscarded(
  { certificateAuthority }: { readonly certificateAuthority: CertificateAuthority },
  { ownerId }: Pick<JobRun, 'ownerId'>,
): Promise<void> {
  const made = await certificateAuthority.findByKey(ownerId);
  if (made) {
    await certificateAuthority.revoke(made.serialNumber, 'cessationOfOperation');
  }
}
