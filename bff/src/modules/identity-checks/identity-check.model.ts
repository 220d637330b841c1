import {
  IDENTITY_CHECK_REASONS,
  IDENTITY_CHECK_STATES,
  type IdentityCheckReason,
  type IdentityCheckState,
} from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { decryptJson, encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, number, objectId, text, textOrNull } from '../../database/validators/stored-shape';
import type { Person } from '../account';
import { type FileReference, storedFileReference } from '../files';

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

export type IdentityCheckModel = Model<IdentityCheckRecord>;
export const identityCheckModel = storedModel<IdentityCheckRecord>(
  'IdentityCheck',
  'identity_checks',
)({
  _id: objectId,
  accountId: text,
  orderId: text,
  openFor: v.optional(text),
  state: v.picklist(IDENTITY_CHECK_STATES),
  revision: number,
  reason: v.picklist(IDENTITY_CHECK_REASONS),
  nameMasked: text,
  typed: text,
  idCard: v.strictObject({ front: storedFileReference, back: storedFileReference }),
  requestedAt: date,
  promisedBy: date,
  corrects: v.optional(date),
  confirming: v.optional(v.strictObject({ staffId: text, at: date })),
  decidedBy: textOrNull,
  refusal: textOrNull,
  settledAt: dateOrNull,
  outbox: storedOutbox,
});

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
