import type { EntryBank, EntryProblem, EntryState } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { OutboxEntry } from '../../database/outbox';

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

const { Mixed } = Schema.Types;
const bankEntrySchema = new Schema<BankEntryRecord>(
  {
    bank: String,
    reference: String,
    bookedOn: String,
    amountFen: Number,
    remainingFen: Number,
    words: String,
    payerShown: String,
    codes: [String],
    state: String,
    problem: String,
    parts: [Mixed],
    recordedAt: Date,
    recordedBy: String,
    importId: String,
    matchingBy: String,
    settledBy: String,
    outbox: [Mixed],
  },
  { versionKey: false, collection: 'bank_entries', minimize: false },
);

export type BankEntryModel = Model<BankEntryRecord>;
export const bankEntryModel = (connection: Connection): BankEntryModel =>
  connection.model<BankEntryRecord>('BankEntry', bankEntrySchema);
