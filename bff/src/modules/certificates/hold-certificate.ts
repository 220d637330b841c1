import type { UpdateQuery } from 'mongoose';
import type { CertificateModel, CertificateRecord } from './certificate.model';
import { validityChanged } from './certificate-jobs';
import { findCertificate } from './find-certificates';

interface Hold {
  readonly from: 'issued' | 'suspended';
  readonly to: 'issued' | 'suspended';
}

/**
 * Puts a certificate on hold or takes it off; the authority is told by a job in the same write. Answers what it is
 * afterwards: in another state than `from` nothing changes. @throws AppError certificates.not_found
 */
export async function holdCertificate(
  certificates: CertificateModel,
  certificateId: string,
  { from, to, now }: Hold & { readonly now: Date },
): Promise<CertificateRecord & { readonly changed: boolean }> {
  const update = { $set: { state: to }, $push: { outbox: { $each: validityChanged(now) } } };
  const { modifiedCount } = await certificates.updateOne(
    { _id: certificateId, state: from },
    update as UpdateQuery<CertificateRecord>,
  );
  return { ...(await findCertificate(certificates, certificateId)), changed: modifiedCount === 1 };
}
