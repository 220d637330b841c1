import { AppError, type ErrorCode } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { outboxEntry } from '../../database/outbox';
import { JobGivenUp, type JobRun } from '../../jobs/job-handler';
import type { CertificateAuthority, IssuedCertificate } from '../../ports/certificate-authority';
import { findOrder, type OrderModel } from '../orders';
import { isOrderWaiting } from './advance-order';
import { type CertificateRecord, openRequest, sealChain } from './certificate.model';
import { CERTIFICATE_FOLLOWER_JOBS, CERTIFICATE_JOBS } from './certificate-jobs';
import { problemOfIssued } from './check-issued';
import { type CompromisedKeysDependencies, refuseCompromisedKey } from './compromised-keys';
import { findCertificate } from './find-certificates';
import { groundOf } from './order-ground';

export interface IssueCertificateDependencies extends CompromisedKeysDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
  readonly certificateAuthority: CertificateAuthority;
  readonly now: () => Date;
}

/** Asks for exactly what was fixed when the key was handed in; the record's id makes every repetition the same certificate. */
async function askAuthority(
  { certificateAuthority, cipher, now }: IssueCertificateDependencies,
  record: CertificateRecord,
): Promise<IssuedCertificate> {
  const { csr, subject } = openRequest(cipher, record);
  const { profile, notBefore, notAfter, replaces } = record;
  const csrDer = Buffer.from(csr, 'base64');
  const issued = await certificateAuthority.issue({
    idempotencyKey: record._id.toHexString(),
    csrDer,
    profile,
    subject,
    notBefore,
    notAfter,
    ...(replaces?.keepsKey && { renews: replaces.serialNumber }),
  });
  const problem = problemOfIssued(issued, { csrDer, subject, notAfter, at: now() });
  if (problem) {
    // Nobody gets it; staff see the reason and the authority's log.
    throw new JobGivenUp(problem);
  }
  return issued;
}

/** As the task of staff says it. */
const REASONS: Partial<Record<ErrorCode, string>> = {
  'certificates.origin_ended': 'origin-ended',
  'certificates.key_compromised': 'key-compromised',
};

/** @throws JobGivenUp when the certificate that it follows was revoked since the key was taken, or its key became known */
async function refuseGroundless(
  needs: IssueCertificateDependencies,
  { orderId, publicKeySha256 }: CertificateRecord,
): Promise<void> {
  try {
    await refuseCompromisedKey(needs, publicKeySha256);
    await groundOf(needs, await findOrder(needs.orders, orderId), needs.now());
  } catch (error) {
    throw error instanceof AppError ? new JobGivenUp(REASONS[error.code] ?? error.code) : error;
  }
}

/**
 * Job: has the certificate made and stores it; only then the order goes on, by a job in the same write.
 * @throws JobGivenUp for an answer that is not what was asked for, PortError
 */
export async function issueCertificate(
  needs: IssueCertificateDependencies,
  { ownerId, fence }: Pick<JobRun, 'ownerId' | 'fence'>,
): Promise<void> {
  const { certificates, orders, cipher, now } = needs;
  const record = await findCertificate(certificates, ownerId);
  if (record.state !== 'requested') {
    return;
  }
  if (!(await isOrderWaiting(orders, record.orderId))) {
    await certificates.updateOne(
      { ...fence, _id: record._id, state: 'requested' },
      { $set: { state: 'failed' }, $unset: { openFor: 1 } },
    );
    return;
  }
  await refuseGroundless(needs, record);
  const { certificateDer, chainDer, serialNumber } = await askAuthority(needs, record);
  const at = now();
  await certificates.updateOne(
    { ...fence, _id: record._id, state: 'requested' },
    {
      $set: {
        state: 'issued',
        chain: sealChain(cipher, [certificateDer, ...chainDer], ownerId),
        serialNumber,
        issuedAt: at,
      },
      $push: {
        outbox: {
          $each: [
            outboxEntry(CERTIFICATE_JOBS.advanceOrder, at, {}, `advance-${ownerId}`),
            outboxEntry(CERTIFICATE_FOLLOWER_JOBS.keepSeals, at),
          ],
        },
      },
    },
  );
}
