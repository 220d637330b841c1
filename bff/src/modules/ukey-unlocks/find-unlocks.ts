import { AppError } from '@acceptance/shared';
import { isObjectIdOrHexString } from 'mongoose';
import { countTotal } from '../../database/count-total';
import { nextIdCursor, refuseForeignCursor } from '../../database/id-cursor';
import type { UkeyUnlockModel, UkeyUnlockRecord } from './ukey-unlock.model';

/** Null when the account was deleted meanwhile. */
export const findUnlockOrNull = async (ukeyUnlocks: UkeyUnlockModel, id: string): Promise<UkeyUnlockRecord | null> =>
  isObjectIdOrHexString(id) ? ukeyUnlocks.findById(id).lean<UkeyUnlockRecord>() : null;

/** @throws AppError ukey_unlocks.not_found */
export async function findUnlock(ukeyUnlocks: UkeyUnlockModel, id: string): Promise<UkeyUnlockRecord> {
  const found = await findUnlockOrNull(ukeyUnlocks, id);
  if (!found) {
    throw new AppError('ukey_unlocks.not_found');
  }
  return found;
}

/** The one of a certificate that waits, else the newest; null: none was ever made. */
export const newestUnlock = (ukeyUnlocks: UkeyUnlockModel, certificateId: string): Promise<UkeyUnlockRecord | null> =>
  ukeyUnlocks.findOne({ certificateId }).sort({ openFor: -1, askedAt: -1, _id: -1 }).lean<UkeyUnlockRecord | null>();

interface WaitingQuery {
  readonly cursor?: string;
  readonly limit: number;
}

/** What waits at the desk, the longest first, paged by key. @throws AppError request.cursor_invalid */
export async function listWaiting(ukeyUnlocks: UkeyUnlockModel, { cursor, limit }: WaitingQuery, now: Date) {
  refuseForeignCursor(cursor);
  const filter = { state: 'waiting' as const, endsAt: { $gt: now } };
  const [found, total] = await Promise.all([
    ukeyUnlocks
      .find(cursor === undefined ? filter : { ...filter, _id: { $gt: cursor } })
      .sort({ _id: 1 })
      .limit(limit + 1)
      .lean<UkeyUnlockRecord[]>(),
    countTotal(ukeyUnlocks, filter),
  ]);
  const items = found.slice(0, limit);
  return { items, nextCursor: nextIdCursor(found, limit), total };
}
