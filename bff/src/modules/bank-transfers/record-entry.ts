import { AppError, type EntryBank, type NewEntry, remarkCodesIn } from '@acceptance/shared';
import { Types } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import { encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { type BankEntryModel, type BankEntryRecord, ENTRY_WORDS_PURPOSE, type EntryWords } from './bank-entry.model';
import { payerShown } from './present-entry';

export interface EntryDependencies {
  readonly bankEntries: BankEntryModel;
  readonly cipher: FieldCipher;
}

/** Who brought it, and when. */
export interface Recording {
  readonly staffId: string;
  readonly now: Date;
  readonly importId?: string;
}

/** Of so many codes in one remark the first are looked at; nobody pays for more orders at once. */
const MOST_CODES = 20;

/** A record of money that came. It pays nothing by being recorded. */
export function newEntry(cipher: FieldCipher, entry: NewEntry, { staffId, now, importId }: Recording): BankEntryRecord {
  const _id = new Types.ObjectId();
  const { payerName, payerAccount, remark } = entry;
  const words: EntryWords = { payerName, payerAccount: payerAccount ?? null, remark: remark ?? null };
  return {
    _id,
    bank: entry.bank,
    reference: entry.reference,
    bookedOn: entry.bookedOn,
    amountFen: entry.amountFen,
    remainingFen: entry.amountFen,
    words: encryptJson(cipher, words, ENTRY_WORDS_PURPOSE, _id.toHexString()),
    payerShown: payerShown(payerName),
    codes: remarkCodesIn(remark ?? '').slice(0, MOST_CODES),
    state: 'open',
    problem: null,
    parts: [],
    recordedAt: now,
    recordedBy: staffId,
    ...(importId !== undefined && { importId }),
    outbox: [],
  };
}

export const findByReference = (bankEntries: BankEntryModel, bank: EntryBank, reference: string) =>
  bankEntries.findOne({ bank, reference }).lean<BankEntryRecord | null>();

/** Records money that finance has seen on the account; the same again is the same. @throws AppError bank_transfers.reference_taken */
export async function recordEntry(
  { bankEntries, cipher }: EntryDependencies,
  entry: NewEntry,
  recording: Recording,
): Promise<BankEntryRecord> {
  const record = newEntry(cipher, entry, recording);
  try {
    await bankEntries.create(record);
    return record;
  } catch (error) {
    const known = isDuplicateKey(error) ? await findByReference(bankEntries, entry.bank, entry.reference) : null;
    if (!known) {
      throw error;
    }
    if (known.amountFen !== entry.amountFen || known.bookedOn !== entry.bookedOn) {
      throw new AppError('bank_transfers.reference_taken');
    }
    return known;
  }
}
