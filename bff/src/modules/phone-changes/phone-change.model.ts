import type { PhoneChangeProof, PhoneChangeReason, PhoneChangeState } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { FieldCipher } from '../../database/field-cipher';
import type { OutboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { PHONE_PURPOSE } from '../account';

export interface PhoneChangeRecord {
  _id: Types.ObjectId;
  accountId: string;
  /** The account's id while the change is under way, absent afterwards: unique, so that there is one at a time. */
  openFor?: string;
  state: PhoneChangeState;
  /** Grows with every decision; decisions compare-and-set on it. */
  revision: number;
  /** Keyed hash of what the person who asked was given. */
  receiptHash: string;
  /** Envelopes of the 11-digit numbers. */
  oldPhone: string;
  newPhone: string;
  oldPhoneHash: string;
  newPhoneHash: string;
  oldPhoneMasked: string;
  newPhoneMasked: string;
  nameMasked: string;
  reason: PhoneChangeReason;
  /** Absent in those from before certificates: by the real-name check. */
  provedBy?: PhoneChangeProof;
  approvals: { staffId: string; at: Date }[];
  /** Why staff refused. */
  refusal: string | null;
  requestedAt: Date;
  /** Until then at least the owner of the old number may object. */
  objectUntil: Date;
  settledAt: Date | null;
  /** Set when the number is about to be written: from then on it is too late to object. */
  takingEffect?: true;
  /** WeChat of the old number, to be told. */
  formerOpenid?: string | null;
  outbox: OutboxEntry[];
}

const phoneChangeSchema = new Schema<PhoneChangeRecord>(
  {
    accountId: String,
    openFor: String,
    state: String,
    revision: Number,
    receiptHash: String,
    oldPhone: String,
    newPhone: String,
    oldPhoneHash: String,
    newPhoneHash: String,
    oldPhoneMasked: String,
    newPhoneMasked: String,
    nameMasked: String,
    reason: String,
    provedBy: String,
    approvals: [Schema.Types.Mixed],
    refusal: String,
    requestedAt: Date,
    objectUntil: Date,
    settledAt: Date,
    takingEffect: Boolean,
    formerOpenid: String,
    outbox: [Schema.Types.Mixed],
  },
  { versionKey: false, collection: 'phone_changes', minimize: false },
);

export type PhoneChangeModel = Model<PhoneChangeRecord>;
export const phoneChangeModel = (connection: Connection): PhoneChangeModel =>
  connection.model<PhoneChangeRecord>('PhoneChange', phoneChangeSchema);

/** The numbers that a change is about, in clear. */
export function numbersOf(
  cipher: FieldCipher,
  change: Pick<PhoneChangeRecord, '_id' | 'oldPhone' | 'newPhone'>,
): { readonly oldPhone: string; readonly newPhone: string } {
  const open = (envelope: string) => cipher.decryptText(envelope, PHONE_PURPOSE, recordIdOf(change));
  return { oldPhone: open(change.oldPhone), newPhone: open(change.newPhone) };
}

/** Time that the owner of the old number has to object. */
export const OBJECTION_MS = 24 * 3_600_000;
