import { AppError, type ApplicantType, groundProblem, type OriginFacts } from '@acceptance/shared';
import { recordIdOf } from '../../database/record-id';
import type { OrderRecord } from '../orders';
import type { CertificateModel, CertificateRecord } from './certificate.model';
import { findCertificate } from './find-certificates';

interface Certificates {
  readonly certificates: CertificateModel;
}

/** The certificate that has taken the place of another and can be signed with, or null. */
export const findSuccessor = (
  { certificates }: Certificates,
  certificateId: string,
): Promise<CertificateRecord | null> =>
  certificates
    .findOne({ 'replaces.certificateId': certificateId, state: { $in: ['issued', 'suspended'] } })
    .lean<CertificateRecord | null>();

/** What decides which orders may begin, or go on, with a certificate. */
export async function originFactsOf(
  needs: Certificates,
  record: CertificateRecord,
  applicantType: ApplicantType,
): Promise<OriginFacts> {
  const { state, revocation, notAfter } = record;
  return {
    applicantType,
    state,
    revocationReason: revocation?.reason ?? null,
    notAfter: notAfter.getTime(),
    isReplaced: (await findSuccessor(needs, recordIdOf(record))) !== null,
  };
}

/**
 * The certificate that an order follows, as it stands now; null for a first one. Asked when it is handed in, when its key is
 * taken and before the authority is asked: what was revoked meanwhile has no successor that its kind does not allow.
 * @throws AppError certificates.origin_ended
 */
export async function groundOf(needs: Certificates, order: OrderRecord, now: Date): Promise<CertificateRecord | null> {
  const { kind, origin, applicantType } = order;
  if (kind === 'new' || !origin) {
    return null;
  }
  const record = await findCertificate(needs.certificates, origin.certificateId);
  if (groundProblem(kind, await originFactsOf(needs, record, applicantType), now.getTime())) {
    throw new AppError('certificates.origin_ended');
  }
  return record;
}
