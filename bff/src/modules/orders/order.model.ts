import {
  APPLICANT_TYPES,
  type ApplicantType,
  type ApplicationForm,
  DELIVERY_WAYS,
  type DeliveryWay,
  ORDER_STATUSES,
  ORDER_TRANSITIONS,
  type OrderActor,
  type OrderEvent,
  type OrderKind,
  type OrderStatus,
  orderKindSchema,
  type ProjectView,
  projectSchema,
  type ReviewMark,
  reviewMarkSchema,
  type SignatureWriting,
  signatureWritingSchema,
  UNIT_DOUBTS,
  type UnitDoubt,
} from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, number, objectId, text, textOrNull, texts } from '../../database/validators/stored-shape';
import { type FileReference, storedFileReference } from '../files';
import type { StoredCardReading } from './card-reading/stored-reading';
import type { LiveClaim } from './live-claim';
import type { PaymentAttempt } from './parts/attempts';
import type { OrderContract } from './parts/contract';
import type { ReviewRound } from './parts/review-round';
import {
  storedAttempt,
  storedCardReading,
  storedContract,
  storedLiveClaim,
  storedPapers,
  storedRefundRequest,
  storedReviewRound,
  storedRiskTraces,
  storedSides,
  storedTransfer,
} from './parts/stored-parts';
import type { OrderTransfer } from './parts/transfer';
import type { RefundRequest } from './refund/refund-request';
import type { RiskTraces } from './risk/risk-traces';

/** `OrderActorReference`, as it is stored. */
export const storedActor = v.strictObject({
  role: v.picklist(['applicant', 'reviewer', 'finance', 'issuer', 'administrator', 'system']),
  id: textOrNull,
});

/** Who did something: kind and id, never a name. */
export interface OrderActorReference {
  readonly role: OrderActor;
  readonly id: string | null;
}

export interface OrderHistoryEntry {
  readonly at: Date;
  readonly event: OrderEvent | 'create' | 'seal-contract';
  readonly from: OrderStatus | null;
  readonly to: OrderStatus;
  readonly by: OrderActorReference;
}

/** The applicant as verified when the contract was consented to; later changes of the account do not reach it. */
export interface OrderApplicant {
  /** Envelope of `{ name, idNumber, phone }`. */
  readonly person: string;
  readonly nameMasked: string;
  readonly idNumberMasked: string;
  readonly phoneMasked: string;
}

/** The certificate that an order begins with, as it was then. */
export interface OrderOrigin {
  readonly certificateId: string;
  readonly serialNumber: string;
  readonly notAfter: Date;
}

/** What the registry said of the unit as it is typed; gone as soon as that is changed. */
export interface UnitCheck {
  readonly at: Date;
  readonly doubts: readonly UnitDoubt[];
}

/** The aggregate: everything about one application, changed by one atomic update at a time. */
export interface OrderRecord {
  _id: Types.ObjectId;
  revision: number;
  orderNumber: string;
  accountId: string;
  clientToken: string;
  /** One of the places for drafts that an account has; an index lets nobody else have it while this is a draft. */
  draftSlot?: number;
  kind: OrderKind;
  /** Null for a first certificate. */
  origin: OrderOrigin | null;
  /** The origin's id until the order is over, absent afterwards: unique, so that a certificate has one order at a time. */
  certificateInWork?: string;
  /** From the submission until the certificate is made or the order is over, absent otherwise. */
  liveClaim?: LiveClaim;
  /** Number of the older live order of the same holder, where both are of before claims were taken. */
  doubleOf?: string;
  applicantType: ApplicantType;
  project: ProjectView;
  status: OrderStatus;
  applicant: OrderApplicant | null;
  unitCheck: UnitCheck | null;
  contract: OrderContract;
  /** When the applicant was first given the text of that hash; absent: never, or before this was noted. */
  contractOpened?: { readonly textSha256: string; readonly at: Date };
  /** Contracts that were given up to be signed anew, the oldest first. */
  formerContracts: OrderContract[];
  idCard: { front: FileReference | null; back: FileReference | null };
  /** What was read of photos of the card; absent in orders of before photos were read. */
  cardReadings?: StoredCardReading[];
  signature: FileReference | null;
  /** How that signature was written; of another one it says nothing. Absent or null where the phone did not tell. */
  signatureWriting?: (SignatureWriting & { readonly fileId: string }) | null;
  /** Envelope of the draft as typed. */
  formDraft: string | null;
  /** Envelope of the form as checked at submit. */
  form: string | null;
  deliveryWay: DeliveryWay | null;
  attachments: { kind: string; file: FileReference }[];
  reviewMarks: ReviewMark[];
  /** Every return, the oldest first; absent where there was none, or before they were kept. */
  reviewRounds?: ReviewRound[];
  /** Who is reviewing it; absent: nobody. */
  reviewClaim?: { readonly by: string; readonly until: Date };
  /** Reason of a rejection. */
  rejectionReason: string | null;
  reviewPromisedBy: Date | null;
  /** Working time that was left of the promise when the order was returned last; absent: it never was. */
  reviewRestMs?: number;
  /** From the submission on; absent in orders of before, until a sweep comes to them. */
  riskTraces?: RiskTraces;
  /** Submitted by a program that kept no traces, or none of names: a sweep makes them. */
  tracesWanted?: boolean;
  /** How many reasons to look closely there were at the last submission. */
  riskFlagCount?: number;
  /** Until when it may stay in its status (`order-duty.ts`). */
  dutyEndsAt?: Date;
  /** How near before its end the applicant was told last, in days. */
  endNoticeDays?: number;
  /** Staff have a task because they are late. */
  lateTold?: boolean;
  attempts: PaymentAttempt[];
  /** Payment by bank transfer; absent until somebody chooses it. */
  transfer?: OrderTransfer;
  payLink?: OrderPayLink;
  /** The oldest first; absent: nobody has ever asked. */
  refundRequests?: RefundRequest[];
  /** Since when one of them waits for finance, absent otherwise: the queue is sorted by it. */
  refundAskedAt?: Date;
  /** Ids of payment notifications already taken. */
  notificationIds: string[];
  history: OrderHistoryEntry[];
  outbox: OutboxEntry[];
  createdAt: Date;
  submittedAt: Date | null;
  /** The applicant's account is deleted; the law has this order kept until then, unused. */
  retainedUntil?: Date;
}

/** By which somebody else pays. Its secret opens nothing but the bill and paying it. */
export interface OrderPayLink {
  readonly secret: string;
  readonly expiresAt: Date;
}

export const FORM_PURPOSE = 'order.form';
export type StoredForm = ApplicationForm;

export type OrderModel = Model<OrderRecord>;
const ORDER_EVENTS = ORDER_TRANSITIONS.map(({ event }) => event);
export const orderModel = storedModel<OrderRecord>(
  'Order',
  'orders',
)({
  _id: objectId,
  revision: number,
  orderNumber: text,
  accountId: text,
  clientToken: text,
  draftSlot: v.optional(number),
  kind: orderKindSchema,
  origin: v.nullable(v.strictObject({ certificateId: text, serialNumber: text, notAfter: date })),
  certificateInWork: v.optional(text),
  liveClaim: v.optional(storedLiveClaim),
  doubleOf: v.optional(text),
  applicantType: v.picklist(APPLICANT_TYPES),
  project: projectSchema,
  status: v.picklist(ORDER_STATUSES),
  applicant: v.nullable(v.strictObject({ person: text, nameMasked: text, idNumberMasked: text, phoneMasked: text })),
  unitCheck: v.nullable(v.strictObject({ at: date, doubts: v.array(v.picklist(UNIT_DOUBTS)) })),
  contract: storedContract,
  contractOpened: v.optional(v.strictObject({ textSha256: text, at: date })),
  formerContracts: v.array(storedContract),
  idCard: v.strictObject(storedSides),
  cardReadings: v.optional(v.array(storedCardReading)),
  signature: v.nullable(storedFileReference),
  signatureWriting: v.optional(v.nullable(v.strictObject({ ...signatureWritingSchema.entries, fileId: text }))),
  formDraft: textOrNull,
  form: textOrNull,
  deliveryWay: v.nullable(v.picklist(DELIVERY_WAYS)),
  attachments: storedPapers,
  reviewMarks: v.array(reviewMarkSchema),
  reviewRounds: v.optional(v.array(storedReviewRound)),
  reviewClaim: v.optional(v.strictObject({ by: text, until: date })),
  rejectionReason: textOrNull,
  reviewPromisedBy: dateOrNull,
  reviewRestMs: v.optional(number),
  riskTraces: v.optional(storedRiskTraces),
  tracesWanted: v.optional(v.boolean()),
  riskFlagCount: v.optional(number),
  dutyEndsAt: v.optional(date),
  endNoticeDays: v.optional(number),
  lateTold: v.optional(v.boolean()),
  attempts: v.array(storedAttempt),
  transfer: v.optional(storedTransfer),
  payLink: v.optional(v.strictObject({ secret: text, expiresAt: date })),
  refundRequests: v.optional(v.array(storedRefundRequest)),
  refundAskedAt: v.optional(date),
  notificationIds: texts,
  history: v.array(
    v.strictObject({
      at: date,
      event: v.picklist([...ORDER_EVENTS, 'create', 'seal-contract']),
      from: v.nullable(v.picklist(ORDER_STATUSES)),
      to: v.picklist(ORDER_STATUSES),
      by: storedActor,
    }),
  ),
  outbox: storedOutbox,
  createdAt: date,
  submittedAt: dateOrNull,
  retainedUntil: v.optional(date),
});
