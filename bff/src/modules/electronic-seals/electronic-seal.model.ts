import { SEAL_KINDS, SEAL_STATES, type SealKind, type SealState } from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { decryptJson, encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { storedModel } from '../../database/validators/stored-model';
import { date, objectId, text } from '../../database/validators/stored-shape';

/** Ids in the file store. */
export interface SealFiles {
  readonly svg: string;
  readonly png: string;
  /** SES_Seal, DER. */
  readonly data: string;
}

/** Made once, with its files. */
export interface MadeSeal {
  readonly files: SealFiles;
  /** Lower-case hexadecimal, of the signed data: by it a seal that somebody shows is known as the one that was made. */
  readonly sha256: string;
  readonly validFrom: Date;
  readonly validTo: Date;
}

/**
 * One electronic seal. A certificate has one seal of a purpose for its whole life, by a unique index: what is made again is
 * the same seal. Its id is the number in the signed data (esID).
 */
export interface ElectronicSealRecord {
  _id: Types.ObjectId;
  certificateId: string;
  accountId: string;
  orderId: string;
  orderNumber: string;
  kind: SealKind;
  /** A setting of the project, nothing of anybody's: it stands here for the index. */
  purpose: string;
  state: SealState;
  /** Envelope of `SealWords`. */
  words: string;
  /** Files of a run that may have been killed: the next run removes them. */
  draft: SealFiles | null;
  made: MadeSeal | null;
  createdAt: Date;
  outbox: OutboxEntry[];
}

/** What the seal says, fixed when it is begun. */
export interface SealWords {
  readonly name: string;
  /** 13 digits; a person's seal has none. */
  readonly code: string | null;
}

export type ElectronicSealModel = Model<ElectronicSealRecord>;
const sealFiles = v.strictObject({ svg: text, png: text, data: text });
export const electronicSealModel = storedModel<ElectronicSealRecord>(
  'ElectronicSeal',
  'electronic_seals',
)({
  _id: objectId,
  certificateId: text,
  accountId: text,
  orderId: text,
  orderNumber: text,
  kind: v.picklist(SEAL_KINDS),
  purpose: text,
  state: v.picklist(SEAL_STATES),
  words: text,
  draft: v.nullable(sealFiles),
  made: v.nullable(v.strictObject({ files: sealFiles, sha256: text, validFrom: date, validTo: date })),
  createdAt: date,
  outbox: storedOutbox,
});

export const SEAL_WORDS_PURPOSE = 'electronic-seal.words';

export const sealWords = (cipher: FieldCipher, words: SealWords, id: string): string =>
  encryptJson(cipher, words, SEAL_WORDS_PURPOSE, id);
export const openWords = (cipher: FieldCipher, record: ElectronicSealRecord): SealWords =>
  decryptJson<SealWords>(cipher, record.words, SEAL_WORDS_PURPOSE, recordIdOf(record));
