import type { Model, Types } from 'mongoose';
import { unlessTaken } from '../../database/duplicate-key';
import { type OutboxEntry, outboxEntry, storedOutbox } from '../../database/outbox';
import { storedModel } from '../../database/validators/stored-model';
import { date, number, objectId, text } from '../../database/validators/stored-shape';
import type { Anchor } from './anchor-file';
import { ANCHOR_JOBS } from './anchor-jobs';

/** One day's anchor on its way to the staff. It proves nothing here, where it could be changed: the messages do. */
export interface AuditAnchorRecord {
  _id: Types.ObjectId;
  /** Beijing day, unique: of several processes one tells the staff. */
  day: string;
  seq: number;
  hash: string;
  anchoredAt: Date;
  outbox: OutboxEntry[];
}

export type AuditAnchorModel = Model<AuditAnchorRecord>;
export const auditAnchorModel = storedModel<AuditAnchorRecord>(
  'AuditAnchor',
  'audit_anchors',
)({
  _id: objectId,
  day: text,
  seq: number,
  hash: text,
  anchoredAt: date,
  outbox: storedOutbox,
});

/** Has the anchor of a day told to `recipients` people; repeating it for the same day changes nothing. */
export async function queueAnchor(
  auditAnchors: AuditAnchorModel,
  { seq, hash, anchoredAt }: Anchor,
  day: string,
  recipients: number,
): Promise<void> {
  const at = new Date(anchoredAt);
  // Numbers stand in the configuration, not in the database: an entry names a place in their list.
  const outbox = Array.from({ length: recipients }, (_, recipient) =>
    outboxEntry(ANCHOR_JOBS.tellAnchor, at, { recipient }),
  );
  await unlessTaken(auditAnchors.create({ day, seq, hash, anchoredAt: at, outbox }));
}
