import { UKEY_UNLOCK_STATES, type UkeyUnlockState } from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, objectId, text } from '../../database/validators/stored-shape';

/** A holder's wish for a new PIN of their UKey, and what the desk did. No PIN comes near it. */
export interface UkeyUnlockRecord {
  _id: Types.ObjectId;
  accountId: string;
  certificateId: string;
  /** The certificate's id while it waits, absent afterwards: unique, so that there is one at a time. */
  openFor?: string;
  orderId: string;
  orderNumber: string;
  projectName: string;
  /** Of the certificate. */
  serialNumber: string;
  state: UkeyUnlockState;
  askedAt: Date;
  endsAt: Date;
  /** Whoever of the staff has compared the document, last. */
  document: { readonly at: Date; readonly staffId: string } | null;
  /** By which answer it was done: the same answer again is no other act. */
  done: { readonly staffId: string; readonly nonceSha256: string } | null;
  endedAt: Date | null;
  outbox: OutboxEntry[];
}

export type UkeyUnlockModel = Model<UkeyUnlockRecord>;
export const ukeyUnlockModel = storedModel<UkeyUnlockRecord>(
  'UkeyUnlock',
  'ukey_unlocks',
)({
  _id: objectId,
  accountId: text,
  certificateId: text,
  openFor: v.optional(text),
  orderId: text,
  orderNumber: text,
  projectName: text,
  serialNumber: text,
  state: v.picklist(UKEY_UNLOCK_STATES),
  askedAt: date,
  endsAt: date,
  document: v.nullable(v.strictObject({ at: date, staffId: text })),
  done: v.nullable(v.strictObject({ staffId: text, nonceSha256: text })),
  endedAt: dateOrNull,
  outbox: storedOutbox,
});
