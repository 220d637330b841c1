import { AppError, type EntryState } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { countTotal } from '../../database/count-total';
import { nextIdCursor, refuseForeignCursor } from '../../database/id-cursor';
import type { BankEntryModel, BankEntryRecord } from './bank-entry.model';

/** @throws AppError bank_transfers.entry_not_found */
export async function findEntry(bankEntries: BankEntryModel, entryId: string): Promise<BankEntryRecord> {
  const entry = await bankEntries.findOne({ _id: entryId }).lean<BankEntryRecord>();
  if (!entry) {
    throw new AppError('bank_transfers.entry_not_found');
  }
  return entry;
}

interface EntriesQuery {
  readonly state?: EntryState | undefined;
  readonly importId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Money that came, the newest first, paged by key. @throws AppError request.cursor_invalid */
export async function listEntries(bankEntries: BankEntryModel, { state, importId, cursor, limit }: EntriesQuery) {
  refuseForeignCursor(cursor);
  const filter: QueryFilter<BankEntryRecord> = { ...(state && { state }), ...(importId && { importId }) };
  const [found, total] = await Promise.all([
    bankEntries
      .find(cursor === undefined ? filter : { ...filter, _id: { $lt: cursor } })
      .sort({ _id: -1 })
      .limit(limit + 1)
      .lean<BankEntryRecord[]>(),
    countTotal(bankEntries, filter),
  ]);
  const items = found.slice(0, limit);
  return { items, nextCursor: nextIdCursor(found, limit), total };
}

const MOST_CANDIDATES = 20;

/** Money that may be an order's: with its code, then of its amount. */
export async function candidatesFor(
  bankEntries: BankEntryModel,
  { code, amountFen }: { readonly code: string; readonly amountFen: number },
): Promise<BankEntryRecord[]> {
  const open = { state: 'open' as const };
  const [withCode, ofAmount] = await Promise.all([
    bankEntries
      .find({ ...open, codes: code })
      .sort({ _id: 1 })
      .limit(MOST_CANDIDATES)
      .lean<BankEntryRecord[]>(),
    bankEntries
      .find({ ...open, remainingFen: amountFen, codes: { $ne: code } })
      .sort({ _id: 1 })
      .limit(MOST_CANDIDATES)
      .lean<BankEntryRecord[]>(),
  ]);
  return [...withCode, ...ofAmount].slice(0, MOST_CANDIDATES);
}
