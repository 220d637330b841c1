import {
  COLLECTORS,
  type Collector,
  DELIVERY_STAGES,
  type DeliveryStage,
  PARCEL_OUTCOMES,
  PARCEL_STATES,
  type ParcelOutcome,
  type ParcelState,
} from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { decryptJson, encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, number, objectId, text, textOrNull, texts } from '../../database/validators/stored-shape';
import type { ParcelStep } from '../../ports/parcel-tracker';

/** What staff were told of a parcel, once each. */
export type ParcelAlarm = 'silent' | 'held-up';

/** One parcel, as it is stored. */
export interface StoredParcel {
  /** 32 hexadecimal digits; the courier's notices come under it. */
  readonly reference: string;
  readonly courier: string;
  readonly trackingNumber: string;
  readonly state: ParcelState;
  /** Since when it is in this state, as it was said. */
  readonly stateAt: Date;
  readonly sentAt: Date;
  /** From when the days count after which the order is completed by itself: from when it was sent, or set right again. */
  readonly countsFrom: Date;
  readonly receivedAt: Date | null;
  /** When the courier last had something new. */
  readonly heardAt: Date | null;
  /** Envelope of its steps, newest first: they name places, sometimes people and their numbers. */
  readonly steps: string;
  /** What staff have said of it; null while only the courier has. */
  readonly settledAs: ParcelOutcome | null;
  /** Envelope of what they wrote beside it. */
  readonly note: string | null;
  readonly alarms: readonly ParcelAlarm[];
}

/** Fetched at the desk. */
export interface Collection {
  readonly at: Date;
  readonly by: Collector;
  readonly staffId: string;
  /** Envelope of the name of who was sent; null for the holder. */
  readonly agentName: string | null;
  /** Id in the file store: the signature of who came, PNG. */
  readonly signatureId: string;
}

/**
 * How one UKey comes into its applicant's hand. Every write counts `revision`: of two at once one is refused and looks
 * again.
 */
export interface DeliveryRecord {
  _id: Types.ObjectId;
  revision: number;
  /** Unique: an order is delivered once. */
  orderId: string;
  orderNumber: string;
  accountId: string;
  projectName: string;
  way: 'courier' | 'pick-up';
  stage: DeliveryStage;
  readyAt: Date;
  /** The one that was chosen, or that carries the newest parcel. */
  courier: string | null;
  /** The oldest first; at most `mostParcels`. */
  parcels: StoredParcel[];
  /** `courier|number` of every parcel; absent while there is none. Unique: a number belongs to one order. */
  numbers?: string[];
  /** When the parcel is looked after next; null when nothing more is expected. */
  watchAt: Date | null;
  /** When the order is completed by itself. */
  completesAt: Date | null;
  /** The order is over: completed, or its money goes back. */
  completedAt: Date | null;
  /** The certificate that a lost parcel has put on hold, so that finding it releases that and no other. */
  heldCertificateId: string | null;
  /** Of what is fetched: SHA-256 of the voucher's code, unique, and an envelope of the code. */
  codeSha256?: string;
  code: string | null;
  collected: Collection | null;
  /** Id of a signature that is being stored: a call that dies leaves it to the next one. */
  draftSignatureId: string | null;
  /** Days after `readyAt` of the newest reminder to fetch it. */
  remindedDays: number;
  outbox: OutboxEntry[];
}

export type DeliveryModel = Model<DeliveryRecord>;
export const deliveryModel = storedModel<DeliveryRecord>(
  'Delivery',
  'deliveries',
)({
  _id: objectId,
  revision: number,
  orderId: text,
  orderNumber: text,
  accountId: text,
  projectName: text,
  way: v.picklist(['courier', 'pick-up']),
  stage: v.picklist(DELIVERY_STAGES),
  readyAt: date,
  courier: textOrNull,
  parcels: v.array(
    v.strictObject({
      reference: text,
      courier: text,
      trackingNumber: text,
      state: v.picklist(PARCEL_STATES),
      stateAt: date,
      sentAt: date,
      countsFrom: date,
      receivedAt: dateOrNull,
      heardAt: dateOrNull,
      steps: text,
      settledAs: v.nullable(v.picklist(PARCEL_OUTCOMES)),
      note: textOrNull,
      alarms: v.array(v.picklist(['silent', 'held-up'])),
    }),
  ),
  numbers: v.optional(texts),
  watchAt: dateOrNull,
  completesAt: dateOrNull,
  completedAt: dateOrNull,
  heldCertificateId: textOrNull,
  codeSha256: v.optional(text),
  code: textOrNull,
  collected: v.nullable(
    v.strictObject({
      at: date,
      by: v.picklist(COLLECTORS),
      staffId: text,
      agentName: textOrNull,
      signatureId: text,
    }),
  ),
  draftSignatureId: textOrNull,
  remindedDays: number,
  outbox: storedOutbox,
});

export const STEPS_PURPOSE = 'delivery.steps';
export const NOTE_PURPOSE = 'delivery.note';
export const CODE_PURPOSE = 'delivery.code';
export const AGENT_PURPOSE = 'delivery.agent';

interface StoredStep {
  readonly at: string;
  readonly text: string;
}

export const sealSteps = (cipher: FieldCipher, steps: readonly ParcelStep[], id: string): string =>
  encryptJson(cipher, steps, STEPS_PURPOSE, id);
export const openSteps = (cipher: FieldCipher, { steps }: StoredParcel, id: string): ParcelStep[] =>
  decryptJson<StoredStep[]>(cipher, steps, STEPS_PURPOSE, id).map(({ at, text }) => ({ at: new Date(at), text }));
export const openCode = (cipher: FieldCipher, record: DeliveryRecord): string | null =>
  record.code && cipher.decryptText(record.code, CODE_PURPOSE, recordIdOf(record));

export const newestParcel = ({ parcels }: Pick<DeliveryRecord, 'parcels'>): StoredParcel | null =>
  parcels.at(-1) ?? null;
