import type { UkeyUnlockState } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { OutboxEntry } from '../../database/outbox';

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

const { Mixed } = Schema.Types;
const ukeyUnlockSchema = new Schema<UkeyUnlockRecord>(
  {
    accountId: String,
    certificateId: String,
    openFor: String,
    orderId: String,
    orderNumber: String,
    projectName: String,
    serialNumber: String,
    state: String,
    askedAt: Date,
    endsAt: Date,
    document: Mixed,
    done: Mixed,
    endedAt: Date,
    outbox: [Mixed],
  },
  { versionKey: false, collection: 'ukey_unlocks', minimize: false },
);

export type UkeyUnlockModel = Model<UkeyUnlockRecord>;
export const ukeyUnlockModel = (connection: Connection): UkeyUnlockModel =>
  connection.model<UkeyUnlockRecord>('UkeyUnlock', ukeyUnlockSchema);
