import * as v from 'valibot';
import { ORDER_STATUSES, PAYMENT_STATUSES } from '../order/order-status';
import {
  MOST_REFUND_REQUESTS,
  OWN_REFUND_REASONS,
  REFUND_ASKERS,
  REFUND_DEEDS,
  REFUND_REASONS,
  REFUND_REQUEST_STATES,
} from '../order/refund-rules';
import { TRANSFER_STATES } from './bank-transfer';
import { revisionSchema, timestampSchema } from './identifiers';
import { moneyFenSchema } from './money-fen';
import { paymentAttemptSchema } from './payment';
import { lineOfText } from './text-fields';

/** Requests of an order are counted from 1; a repeated call names the same one. */
const requestNumberSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_REFUND_REQUESTS));

export const refundWordsSchema = lineOfText('退款说明', 100);
export const refundRefusalSchema = lineOfText('不同意的原因', 100);

const askEntries = {
  /** The number that the request gets: `nextNumber` of what its asker saw. */
  number: requestNumberSchema,
  words: v.optional(v.union([v.literal(''), refundWordsSchema])),
};
/** "Other" says nothing without words. */
const saysWhy = ({ reason, words }: { readonly reason: string; readonly words?: string | undefined }): boolean =>
  reason !== 'other' || Boolean(words);
const WORDS_MISSING = '请说明退款的原因';

export const ownRefundWishSchema = v.pipe(
  v.object({ ...askEntries, reason: v.picklist(OWN_REFUND_REASONS, '请选择退款原因') }),
  v.forward(
    v.check((wish) => saysWhy(wish), WORDS_MISSING),
    ['words'],
  ),
);
export const deskRefundWishSchema = v.pipe(
  v.object({ ...askEntries, reason: v.picklist(REFUND_REASONS, '请选择退款原因') }),
  v.forward(
    v.check((wish) => saysWhy(wish), WORDS_MISSING),
    ['words'],
  ),
);
export type RefundWish = v.InferOutput<typeof deskRefundWishSchema>;

export const refundNumberBodySchema = v.object({ number: requestNumberSchema });
export const refundRejectionSchema = v.object({ number: requestNumberSchema, reason: refundRefusalSchema });

const requestEntries = {
  number: requestNumberSchema,
  state: v.picklist(REFUND_REQUEST_STATES),
  reason: v.picklist(REFUND_REASONS),
  askedBy: v.picklist(REFUND_ASKERS),
  askedAt: timestampSchema,
  /** When it was decided, withdrawn or lapsed. */
  endedAt: v.nullable(timestampSchema),
  /** Why finance did not agree. */
  refusal: v.nullable(v.string()),
};

/** What the applicant knows of refunds of their order. */
export const ownRefundSchema = v.object({
  canAsk: v.boolean(),
  /** The number that the next request has; null once there were as many as there may be. */
  nextNumber: v.nullable(requestNumberSchema),
  /** The newest; null where there is none. `words` are one's own only. */
  request: v.nullable(v.object({ ...requestEntries, words: v.nullable(v.string()), canWithdraw: v.boolean() })),
});
export type OwnRefundView = v.InferOutput<typeof ownRefundSchema>;

const deskRequestSchema = v.object({
  ...requestEntries,
  askedByMe: v.boolean(),
});

/** `waiting`: to be decided. `under-way`: agreed to, the money is not back. `ended`: it is. */
export const REFUND_STAGES = ['waiting', 'under-way', 'ended'] as const;
export type RefundStage = (typeof REFUND_STAGES)[number];
export const REFUND_STAGE_LABELS: Record<RefundStage, string> = {
  waiting: '等待审批',
  'under-way': '退款中',
  ended: '已退款',
};

/** A line of finance's list. */
export const refundSummarySchema = v.object({
  /** Of the order. */
  id: v.string(),
  orderNumber: v.string(),
  projectName: v.string(),
  unitName: v.nullable(v.string()),
  status: v.picklist(ORDER_STATUSES),
  /** What would go back, or went. */
  amountFen: moneyFenSchema,
  /** A refund has stopped; its task says why. */
  isStuck: v.boolean(),
  request: v.nullable(deskRequestSchema),
});
export type RefundSummary = v.InferOutput<typeof refundSummarySchema>;

export const refundCountsSchema = v.object({ waiting: v.number(), 'under-way': v.number() });

/** What finance decides upon. */
export const deskRefundSchema = v.object({
  ...refundSummarySchema.entries,
  revision: revisionSchema,
  applicantNameMasked: v.string(),
  paymentStatus: v.picklist(PAYMENT_STATUSES),
  payments: v.array(paymentAttemptSchema),
  /** Money on the bank account that it was booked as paid with. */
  transfers: v.array(
    v.object({
      entryId: v.string(),
      amountFen: moneyFenSchema,
      bookedAt: timestampSchema,
      state: v.picklist(TRANSFER_STATES),
    }),
  ),
  /** The newest first. */
  requests: v.array(v.object({ ...deskRequestSchema.entries, words: v.nullable(v.string()) })),
  nextNumber: v.nullable(requestNumberSchema),
  /** What was paid for is made and can be used: it is revoked before money goes back. */
  certificateValid: v.boolean(),
  deeds: v.array(v.picklist(REFUND_DEEDS)),
});
export type DeskRefund = v.InferOutput<typeof deskRefundSchema>;
