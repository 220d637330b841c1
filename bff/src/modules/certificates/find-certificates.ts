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

/** The certificate of an order that is in force or on its way, else the newest. A request that was discarded is none: another key takes its place. */
export const findCertificateOfOrder = (
  certificates: CertificateModel,
  orderId: string,
): Promise<CertificateRecord | null> =>
  certificates
    .findOne({ orderId, $or: [{ openFor: orderId }, { state: { $ne: 'failed' } }] })
    .sort({ openFor: -1, requestedAt: -1, _id: -1 })
    .lean<CertificateRecord | null>();

/** More than anybody makes anew: each takes a decision of staff. */
const MOST_DISCARDED = 20;

/** SHA-256 of the keys that get no certificate for an order, the newest first. */
export async function findDiscardedKeys(certificates: CertificateModel, orderId: string): Promise<string[]> {
  const discarded = await certificates
    .find({ orderId, state: 'failed', openFor: { $exists: false } }, { publicKeySha256: 1 })
    .sort({ _id: -1 })
    .limit(MOST_DISCARDED)
    .lean<Pick<CertificateRecord, 'publicKeySha256'>[]>();
  return discarded.map(({ publicKeySha256 }) => publicKeySha256);
}

/** Far more than anybody has: one a year and project. */
const MOST_LISTED = 200;

export const listOwnCertificates = (certificates: CertificateModel, accountId: string): Promise<CertificateRecord[]> =>
  certificates.find({ accountId }).sort({ _id: -1 }).limit(MOST_LISTED).lean<CertificateRecord[]>();
