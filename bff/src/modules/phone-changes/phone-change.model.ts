import {
  PHONE_CHANGE_PROOFS,
  PHONE_CHANGE_REASONS,
  PHONE_CHANGE_STATES,
  type PhoneChangeProof,
  type PhoneChangeReason,
  type PhoneChangeState,
} from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import type { FieldCipher } from '../../database/field-cipher';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, number, objectId, text, textOrNull } from '../../database/validators/stored-shape';
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

export type PhoneChangeModel = Model<PhoneChangeRecord>;
export const phoneChangeModel = storedModel<PhoneChangeRecord>(
  'PhoneChange',
  'phone_changes',
)({
  _id: objectId,
  accountId: text,
  openFor: v.optional(text),
  state: v.picklist(PHONE_CHANGE_STATES),
  revision: number,
  receiptHash: text,
  oldPhone: text,
  newPhone: text,
  oldPhoneHash: text,
  newPhoneHash: text,
  oldPhoneMasked: text,
  newPhoneMasked: text,
  nameMasked: text,
  reason: v.picklist(PHONE_CHANGE_REASONS),
  provedBy: v.optional(v.picklist(PHONE_CHANGE_PROOFS)),
  approvals: v.array(v.strictObject({ staffId: text, at: date })),
  refusal: textOrNull,
  requestedAt: date,
  objectUntil: date,
  settledAt: dateOrNull,
  takingEffect: v.optional(v.literal(true)),
  formerOpenid: v.optional(textOrNull),
  outbox: storedOutbox,
});

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
