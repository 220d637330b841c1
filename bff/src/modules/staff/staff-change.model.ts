import {
  STAFF_CHANGE_KINDS,
  STAFF_CHANGE_STATES,
  type StaffChangeKind,
  type StaffChangeState,
  type StaffRole,
  staffRoleSchema,
} from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, objectId, text, textOrNull } from '../../database/validators/stored-shape';

/** What one person has asked for and another must agree to, or time must pass for. */
export interface StaffChangeRecord {
  _id: Types.ObjectId;
  kind: StaffChangeKind;
  state: StaffChangeState;
  /** Whom it concerns; for somebody who is to be added the id that they will have. */
  memberId: string;
  username: string;
  displayName: string;
  granted: StaffRole[];
  revoked: StaffRole[];
  /** The key that is to be a second factor, and what people know its certificate by. */
  certificate?: { readonly publicKeySha256: string; readonly serialNumber: string };
  /** Keyed hash of the invitation code that becomes good with the change. */
  codeHash?: string;
  /** Kind and member while it waits, absent afterwards: unique, so that there is one at a time. */
  openFor?: string;
  by: string;
  at: Date;
  approvedBy: string | null;
  /** When it takes effect without approval; null: it waits for another administrator. */
  effectiveAt: Date | null;
  expiresAt: Date;
  settledAt: Date | null;
  /** Who cancelled it. */
  settledBy: string | null;
  /** Why it could not be made: a code. */
  failure: string | null;
  outbox: OutboxEntry[];
}

export type StaffChangeModel = Model<StaffChangeRecord>;
export const staffChangeModel = storedModel<StaffChangeRecord>(
  'StaffChange',
  'staff_changes',
)({
  _id: objectId,
  kind: v.picklist(STAFF_CHANGE_KINDS),
  state: v.picklist(STAFF_CHANGE_STATES),
  memberId: text,
  username: text,
  displayName: text,
  granted: v.array(staffRoleSchema),
  revoked: v.array(staffRoleSchema),
  certificate: v.optional(v.strictObject({ publicKeySha256: text, serialNumber: text })),
  codeHash: v.optional(text),
  openFor: v.optional(text),
  by: text,
  at: date,
  approvedBy: textOrNull,
  effectiveAt: dateOrNull,
  expiresAt: date,
  settledAt: dateOrNull,
  settledBy: textOrNull,
  failure: textOrNull,
  outbox: storedOutbox,
});
