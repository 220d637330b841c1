import { AppError } from '@acceptance/shared';
import { isObjectIdOrHexString } from 'mongoose';
import type { ElectronicSealModel, ElectronicSealRecord } from './electronic-seal.model';

/** @throws AppError electronic_seals.not_found */
export async function findSeal(electronicSeals: ElectronicSealModel, id: string): Promise<ElectronicSealRecord> {
  const found = isObjectIdOrHexString(id) ? await electronicSeals.findById(id).lean<ElectronicSealRecord>() : null;
  if (!found) {
    throw new AppError('electronic_seals.not_found');
  }
  return found;
}

/** One's own. @throws AppError electronic_seals.not_found, also for somebody else's */
export async function findOwnSeal(electronicSeals: ElectronicSealModel, accountId: string, id: string) {
  const found = await findSeal(electronicSeals, id);
  if (found.accountId !== accountId) {
    throw new AppError('electronic_seals.not_found');
  }
  return found;
}

/** As many as one's certificates. */
const MOST_LISTED = 200;

/** One's own, the newest first; of one certificate where it is named. */
export const listOwnSeals = (
  electronicSeals: ElectronicSealModel,
  accountId: string,
  certificateId?: string,
): Promise<ElectronicSealRecord[]> =>
  electronicSeals
    .find({ accountId, ...(certificateId && { certificateId }) })
    .sort({ _id: -1 })
    .limit(MOST_LISTED)
    .lean<ElectronicSealRecord[]>();
