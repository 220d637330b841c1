import { FACE_CHECK_STATES, FACE_FAILURES, type FaceCheckState, type FaceFailure } from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { decryptJson, encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, objectId, text } from '../../database/validators/stored-shape';
import type { Person } from '../account';

/** A check of somebody's face at the vendor's. No picture comes here. */
export interface FaceCheckRecord {
  _id: Types.ObjectId;
  accountId: string;
  /** The account's id while the check is open, absent afterwards: unique, so that there is one at a time. */
  openFor?: string;
  state: FaceCheckState;
  failure: FaceFailure | null;
  /** Envelope of an `AskedFace`, while the check is open. */
  asked?: string;
  startedAt: Date;
  /** Until when the person can do it. */
  expiresAt: Date;
  settledAt: Date | null;
}

export type FaceCheckModel = Model<FaceCheckRecord>;
export const faceCheckModel = storedModel<FaceCheckRecord>(
  'FaceCheck',
  'face_checks',
)({
  _id: objectId,
  accountId: text,
  openFor: v.optional(text),
  state: v.picklist(FACE_CHECK_STATES),
  failure: v.nullable(v.picklist(FACE_FAILURES)),
  asked: v.optional(text),
  startedAt: date,
  expiresAt: date,
  settledAt: dateOrNull,
});

/** Who was asked about, and what names the check at the vendor's. */
export interface AskedFace {
  readonly person: Person;
  readonly bizToken: string;
  readonly url: string;
}

export const ASKED_PURPOSE = 'face-check.asked';

export const sealAsked = (cipher: FieldCipher, asked: AskedFace, checkId: string): string =>
  encryptJson(cipher, asked, ASKED_PURPOSE, checkId);

/** Null once the check is over: what was asked is not kept. */
export const openAsked = (cipher: FieldCipher, check: Pick<FaceCheckRecord, '_id' | 'asked'>): AskedFace | null =>
  check.asked === undefined ? null : decryptJson<AskedFace>(cipher, check.asked, ASKED_PURPOSE, recordIdOf(check));
