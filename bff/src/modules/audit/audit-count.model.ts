import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { storedModel } from '../../database/validators/stored-model';
import { date, number, objectId, text } from '../../database/validators/stored-shape';
import type { Act } from './audit-record';
import { actEntries } from './audit-record';

/** Calls of one kind in one minute, until they are put into the chain as one record. */
export interface AuditCountRecord {
  _id: Types.ObjectId;
  /** What they have in common, with the minute; absent from when the count is put into the chain. */
  key?: string;
  /** The first of them. */
  act: Act;
  count: number;
  lastAt: Date;
  /** When the minute is over; while somebody is putting it into the chain, when another one may. */
  closesAt: Date;
}

export type AuditCountModel = Model<AuditCountRecord>;
export const auditCountModel = storedModel<AuditCountRecord>(
  'AuditCount',
  'audit_counts',
)({
  _id: objectId,
  key: v.optional(text),
  act: v.strictObject(actEntries),
  count: number,
  lastAt: date,
  closesAt: date,
});
