import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, objectId, text } from '../../database/validators/stored-shape';

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

export type AccountDeletionModel = Model<AccountDeletionRecord>;
export const accountDeletionModel = storedModel<AccountDeletionRecord>(
  'AccountDeletion',
  'account_deletions',
)({
  _id: objectId,
  accountId: text,
  openFor: v.optional(text),
  state: v.picklist(['scheduled', 'closing', 'cancelled', 'blocked', 'done']),
  requestedAt: date,
  dueAt: date,
  settledAt: dateOrNull,
  outbox: storedOutbox,
});

export const DELETION_WAITING_DAYS = 7;
