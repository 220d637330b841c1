import * as v from 'valibot';
import { APPLICATION_STEPS, CONTRACT_STATES } from '../order/application-steps';
import { ORDER_STATUSES, PAYMENT_STATUSES } from '../order/order-status';
import { ORDER_TRANSITIONS } from '../order/order-transitions';
import { ORDER_TROUBLES } from '../order/order-troubles';
import { APPLICANT_TYPES } from './applicant-type';
import { applicationFormDraftSchema, applicationFormSchema } from './application-form';
import { idCardReadingSchema, maskedIdCardReadingSchema } from './card-reading';
import { fileSchema } from './file';
import { revisionSchema, sha256Schema, timestampSchema } from './identifiers';
import { orderKindSchema, orderOriginSchema } from './life-cycle';
import { moneyFenSchema } from './money-fen';
import { paymentAttemptSchema } from './payment';
import { DELIVERY_WAYS, projectSchema } from './project';
import { ownRefundSchema } from './refund';
import { reviewClaimSchema, reviewMarkSchema, reviewPartSchema } from './review';
import { riskFlagSchema } from './risk-flag';

const orderEventSchema = v.picklist(ORDER_TRANSITIONS.map((row) => row.event));

/** A line of the application list (requirements B1). */
export const orderSummarySchema = v.object({
  id: v.string(),
  orderNumber: v.string(),
  kind: orderKindSchema,
  projectName: v.string(),
  unitName: v.nullable(v.string()),
  agentNameMasked: v.nullable(v.string()),
  createdAt: timestampSchema,
  submittedAt: v.nullable(timestampSchema),
  amountFen: moneyFenSchema,
  deliveryWay: v.nullable(v.picklist(DELIVERY_WAYS)),
  status: v.picklist(ORDER_STATUSES),
  paymentStatus: v.picklist(PAYMENT_STATUSES),
  /** What has stopped and waits for staff. */
  troubles: v.array(v.picklist(ORDER_TROUBLES)),
  /** Until when the applicant has to act; then it expires, or is removed where it is a draft. Null: nothing of theirs runs out. */
  endsAt: v.nullable(timestampSchema),
  currentStep: v.picklist(APPLICATION_STEPS),
  availableEvents: v.array(orderEventSchema),
  revision: revisionSchema,
});
export type OrderSummary = v.InferOutput<typeof orderSummarySchema>;

export const contractViewSchema = v.object({
  state: v.picklist(CONTRACT_STATES),
  contractNumber: v.nullable(v.string()),
  version: v.nullable(v.string()),
  /** SHA-256 of the text that was agreed to. */
  textSha256: v.nullable(sha256Schema),
  /** SHA-256 of the PDF as it was sealed. */
  sha256: v.nullable(sha256Schema),
  /** Of the file that is given out: the same, until what keeps it verifiable is appended. */
  fileSha256: v.nullable(sha256Schema),
  sealedAt: v.nullable(timestampSchema),
  /** When it existed, by the word of a time stamping authority. */
  timestamp: v.nullable(v.object({ time: timestampSchema, authority: v.string() })),
});

export const UNIT_DOUBTS = [
  'name',
  'legal-representative',
  'not-found',
  'unsure',
  'state',
  'no-answer',
  'not-asked',
] as const;
export type UnitDoubt = (typeof UNIT_DOUBTS)[number];
/** Whether the registry knows the unit as it was typed. `doubts`: what staff compare with the licence; empty: all is well. */
export const unitCheckSchema = v.object({
  at: timestampSchema,
  doubts: v.array(v.picklist(UNIT_DOUBTS)),
});
export type UnitCheckView = v.InferOutput<typeof unitCheckSchema>;

export const attachmentViewSchema = v.object({ kind: v.string(), file: fileSchema });

const idCardPhotosSchema = v.object({ front: v.nullable(fileSchema), back: v.nullable(fileSchema) });

/** One return: what was asked for, and what was handed in then. */
export const reviewRoundSchema = v.object({
  at: timestampSchema,
  marks: v.array(reviewMarkSchema),
  seen: v.object({
    form: applicationFormDraftSchema,
    idCard: idCardPhotosSchema,
    attachments: v.array(attachmentViewSchema),
  }),
});
export type ReviewRoundView = v.InferOutput<typeof reviewRoundSchema>;

const reviewEntries = {
  /** What is to be mended now. */
  reviewMarks: v.array(reviewMarkSchema),
  /** Every return, the oldest first; those of before rounds were kept are missing. */
  reviewRounds: v.array(reviewRoundSchema),
  /** Which parts are not as they were when it was returned last. */
  changedSinceReturn: v.array(reviewPartSchema),
};

export const timelineEntrySchema = v.object({
  at: timestampSchema,
  event: v.string(),
  label: v.string(),
  /** Chinese: 本人 / 审核员 / 系统 */
  by: v.string(),
});

/** An order as its applicant sees it. */
export const orderSchema = v.object({
  ...orderSummarySchema.entries,
  applicantType: v.picklist(APPLICANT_TYPES),
  project: projectSchema,
  /** Null for a first certificate. */
  origin: v.nullable(orderOriginSchema),
  /** Null while it was not asked, and for a person's own certificate. */
  unitCheck: v.nullable(unitCheckSchema),
  contract: contractViewSchema,
  idCard: idCardPhotosSchema,
  idCardReading: idCardReadingSchema,
  signature: v.nullable(fileSchema),
  form: applicationFormDraftSchema,
  attachments: v.array(attachmentViewSchema),
  ...reviewEntries,
  /** When the review is promised to be done; null unless an order waits for it. */
  reviewPromisedBy: v.nullable(timestampSchema),
  /** Minutes of working time that count on when it is handed in again; null unless it was returned. */
  reviewPausedMinutes: v.nullable(v.number()),
  /** Why it was rejected; null unless it was. */
  rejectionReason: v.nullable(v.string()),
  payments: v.array(paymentAttemptSchema),
  refund: ownRefundSchema,
  timeline: v.array(timelineEntrySchema),
});
export type OrderView = v.InferOutput<typeof orderSchema>;

/** Minutes of working time until a review was promised, negative when it is late; with the applicant they stand still. Null: no review. */
export const reviewMinutesLeftSchema = v.nullable(v.number());

/** An order as the staff see it: masked identity, the submitted form, marks of the last review. */
export const staffOrderSchema = v.object({
  ...orderSummarySchema.entries,
  project: projectSchema,
  claim: v.nullable(reviewClaimSchema),
  /** Digest of all that is compared, with the pictures' own: a decision names it, and is refused where it is another by then. */
  shownSha256: sha256Schema,
  origin: v.nullable(orderOriginSchema),
  applicantType: v.picklist(APPLICANT_TYPES),
  applicant: v.object({ nameMasked: v.string(), idNumberMasked: v.string(), phoneMasked: v.string() }),
  /** Null for whoever does not review. */
  form: v.nullable(applicationFormSchema),
  unitCheck: v.nullable(unitCheckSchema),
  idCard: idCardPhotosSchema,
  idCardReading: maskedIdCardReadingSchema,
  signature: v.nullable(fileSchema),
  attachments: v.array(attachmentViewSchema),
  contract: contractViewSchema,
  ...reviewEntries,
  reviewPromisedBy: v.nullable(timestampSchema),
  reviewMinutesLeft: reviewMinutesLeftSchema,
  /** As it stands now; empty for who does not review. */
  riskFlags: v.array(riskFlagSchema),
  /** Why it was rejected; null unless it was. */
  rejectionReason: v.nullable(v.string()),
  payments: v.array(paymentAttemptSchema),
  timeline: v.array(timelineEntrySchema),
});
export type StaffOrderView = v.InferOutput<typeof staffOrderSchema>;

/** Who was verified, and what was read of the card's front, both in full: for the reviewer who has the order open. */
export const staffOrderPersonSchema = v.object({
  name: v.string(),
  idNumber: v.string(),
  phone: v.string(),
  /** Null where nothing was read of the photo. */
  card: v.nullable(v.object({ name: v.nullable(v.string()), idNumber: v.nullable(v.string()) })),
});
export type StaffOrderPerson = v.InferOutput<typeof staffOrderPersonSchema>;
