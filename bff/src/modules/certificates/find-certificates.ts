import { AppError } from '@acceptance/shared';
import { isObjectIdOrHexString } from 'mongoose';
import type { CertificateModel, CertificateRecord } from './certificate.model';

/** @throws AppError certificates.not_found */
export async function findCertificate(certificates: CertificateModel, id: string): Promise<CertificateRecord> {
  const found = isObjectIdOrHexString(id) ? await certificates.findById(id).lean<CertificateRecord>() : null;
  if (!found) {
    throw new AppError('certificates.not_found');
  }
  return found;
}

/** One's own. @throws AppError certificates.not_found, also for somebody else's */
export async function findOwnCertificate(certificates: CertificateModel, accountId: string, id: string) {
  const found = await findCertificate(certificates, id);
  if (found.accountId !== accountId) {
    throw new AppError('certificates.not_found');
  }
  return found;
}

/** The newest certificate of an order: a key that was refused has left one behind. */
export const findCertificateOfOrder = (
  certificates: CertificateModel,
  orderId: string,
): Promise<CertificateRecord | null> =>
  certificates.findOne({ orderId }).sort({ _id: -1 }).lean<CertificateRecord | null>();

/** Far more than anybody has: one a year and project. */
const MOST_LISTED = 200;

export const listOwnCertificates = (certificates: CertificateModel, accountId: string): Promise<CertificateRecord[]> =>
  certificates.find({ accountId }).sort({ _id: -1 }).limit(MOST_LISTED).lean<CertificateRecord[]>();
