import type { IdentityCheckReason, IdentityCheckState } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';
import { decryptJson, encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import type { OutboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import type { Person } from '../account';
import type { FileReference } from '../files';

/** Somebody whom staff are to prove by photos of the document, because the provider cannot. */
export interface IdentityCheckRecord {
  _id: Types.ObjectId;
  accountId: string;
  /** The application whose photos are looked at. */
  orderId: string;
  /** The account's id while the check is open, absent afterwards: unique, so that there is one at a time. */
  openFor?: string;
  state: IdentityCheckState;
  /** Grows with every step; decisions compare-and-set on it. */
  revision: number;
  reason: IdentityCheckReason;
  nameMasked: string;
  /** Envelope of a `TypedPerson`. */
  typed: string;
  idCard: { front: FileReference; back: FileReference };
  requestedAt: Date;
  /** Told to the person who asked. */
  promisedBy: Date;
  /** When staff verified the identity that this is to correct; absent while the account has none. */
  corrects?: Date;
  /** A confirmation that is writing the account: meanwhile nothing else decides. */
  confirming?: { staffId: string; at: Date };
  decidedBy: string | null;
  refusal: string | null;
  settledAt: Date | null;
  outbox: OutboxEntry[];
}

const identityCheckSchema = new Schema<IdentityCheckRecord>(
  {
    accountId: String,
    orderId: String,
    openFor: String,
    state: String,
    revision: Number,
    reason: String,
    nameMasked: String,
    typed: String,
    idCard: Schema.Types.Mixed,
    requestedAt: Date,
    promisedBy: Date,
    corrects: Date,
    confirming: { type: Schema.Types.Mixed },
    decidedBy: String,
    refusal: String,
    settledAt: Date,
    outbox: [Schema.Types.Mixed],
  },
  { versionKey: false, collection: 'identity_checks', minimize: false },
);

export type IdentityCheckModel = Model<IdentityCheckRecord>;
export const identityCheckModel = (connection: Connection): IdentityCheckModel =>
  connection.model<IdentityCheckRecord>('IdentityCheck', identityCheckSchema);

/** What the person typed, and how a character looks that could not be typed. */
export interface TypedPerson {
  readonly person: Person;
  readonly nameNote: string | null;
  /** Made by a reviewer, see `Person`; not yet anybody's before the check is confirmed. */
  readonly nameInk?: string;
}

export const TYPED_PURPOSE = 'identity-check.typed';

export const sealTyped = (cipher: FieldCipher, typed: TypedPerson, checkId: string): string =>
  encryptJson(cipher, typed, TYPED_PURPOSE, checkId);

export const openTyped = (cipher: FieldCipher, check: Pick<IdentityCheckRecord, '_id' | 'typed'>): TypedPerson =>
  decryptJson<TypedPerson>(cipher, check.typed, TYPED_PURPOSE, recordIdOf(check));
