import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { OutboxEntry } from '../../database/outbox';

/** One wish to have an account deleted. */
export interface AccountDeletionRecord {
  _id: Types.ObjectId;
  accountId: string;
  /** The account's id while it is scheduled, absent afterwards: unique, so that there is one at a time. */
  openFor?: string;
  /** `closing`: too late to take it back. `blocked`: an application was submitted at the last moment. */
  state: 'scheduled' | 'closing' | 'cancelled' | 'blocked' | 'done';
  requestedAt: Date;
  dueAt: Date;
  settledAt: Date | null;
  outbox: OutboxEntry[];
}

const accountDeletionSchema = new Schema<AccountDeletionRecord>(
  {
    accountId: String,
    openFor: String,
    state: String,
    requestedAt: Date,
    dueAt: Date,
    settledAt: Date,
    outbox: [Schema.Types.Mixed],
  },
  { versionKey: false, collection: 'account_deletions', minimize: false },
);

export type AccountDeletionModel = Model<AccountDeletionRecord>;
export const accountDeletionModel = (connection: Connection): AccountDeletionModel =>
  connection.model<AccountDeletionRecord>('AccountDeletion', accountDeletionSchema);

export const DELETION_WAITING_DAYS = 7;
