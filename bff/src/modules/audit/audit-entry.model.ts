import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { storedModel } from '../../database/validators/stored-model';
import { number, objectId, text } from '../../database/validators/stored-shape';
import type { AuditRecord } from './audit-record';
import { actEntries } from './audit-record';

/** One link of the chain as it is stored. `_id` is not part of the hash. */
export type StoredAuditEntry = AuditRecord & { _id: Types.ObjectId };

export type AuditEntryModel = Model<AuditRecord>;
export const auditEntryModel = storedModel<AuditRecord>(
  'AuditEntry',
  'audit_entries',
)({
  _id: objectId,
  ...actEntries,
  format: v.optional(v.literal(2)),
  keyId: v.optional(text),
  mac: v.optional(text),
  seq: number,
  previousHash: text,
  hash: text,
});
