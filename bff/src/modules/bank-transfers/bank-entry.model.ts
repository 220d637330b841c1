import {
  ENTRY_BANKS,
  ENTRY_PROBLEMS,
  ENTRY_STATES,
  type EntryBank,
  type EntryProblem,
  type EntryState,
} from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { storedModel } from '../../database/validators/stored-model';
import { date, number, objectId, text, texts } from '../../database/validators/stored-shape';

/** What of an entry an order is paid with. `claimed`: it will be, unless the booking fails. */
export interface EntryPart {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly amountFen: number;
  readonly state: 'claimed' | 'paid';
  /** The booking that claimed it; `OrderTransfer.booking` names the one that may still pay. */
  readonly booking: string;
  readonly at: Date;
}

/** Who paid and what they wrote; sealed. */
export interface EntryWords {
  readonly payerName: string;
  readonly payerAccount: string | null;
  readonly remark: string | null;
}

/** Money that came on the account, once for each reference of its bank. */
export interface BankEntryRecord {
  _id: Types.ObjectId;
  bank: EntryBank;
  reference: string;
  /** Day in China on which the bank booked it, `YYYY-MM-DD`. */
  bookedOn: string;
  amountFen: number;
  /** What belongs to no order. With every claim it goes down in the same write. */
  remainingFen: number;
  /** Envelope of `EntryWords`. */
  words: string;
  payerShown: string;
  /** Remark codes in what the payer wrote. */
  codes: string[];
  state: EntryState;
  problem: EntryProblem | null;
  parts: EntryPart[];
  recordedAt: Date;
  /** Of the staff who typed or imported it. */
  recordedBy: string;
  /** The import that brought it; absent where it was typed. */
  importId?: string;
  /** Of the staff who had it matched; it pays no order of theirs. */
  matchingBy?: string;
  settledBy?: string;
  outbox: OutboxEntry[];
}

export const ENTRY_WORDS_PURPOSE = 'bank-entry.words';

export type BankEntryModel = Model<BankEntryRecord>;
export const bankEntryModel = storedModel<BankEntryRecord>(
  'BankEntry',
  'bank_entries',
)({
  _id: objectId,
  bank: v.picklist(ENTRY_BANKS),
  reference: text,
  bookedOn: text,
  amountFen: number,
  remainingFen: number,
  words: text,
  payerShown: text,
  codes: texts,
  state: v.picklist(ENTRY_STATES),
  problem: v.nullable(v.picklist(ENTRY_PROBLEMS)),
  parts: v.array(
    v.strictObject({
      orderId: text,
      orderNumber: text,
      amountFen: number,
      state: v.picklist(['claimed', 'paid']),
      booking: text,
      at: date,
    }),
  ),
  recordedAt: date,
  recordedBy: text,
  importId: v.optional(text),
  matchingBy: v.optional(text),
  settledBy: v.optional(text),
  outbox: storedOutbox,
});
