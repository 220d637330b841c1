import * as v from 'valibot';
import { ORDER_STATUSES } from '../order/order-status';
import { FILE_PURPOSES } from './file';
import { timestampSchema } from './identifiers';
import { moneyFenSchema } from './money-fen';
import { NOTICE_CHANNELS, NOTICE_STATES } from './notice';
import { LOOK_KINDS } from './personal-data';
import { REVIEW_REASONS } from './review';

/** Kinds of work at the desk, in the order of its menu. */
export const DESK_WORKS = [
  'review',
  'tasks',
  'identity-checks',
  'phone-changes',
  'refunds',
  'transfers',
  'invoices',
  'reconciliation',
  'issuing',
  'deliveries',
  'staff-changes',
] as const;
export type DeskWork = (typeof DESK_WORKS)[number];

/** Beyond this the desk says 99+: nobody plans a day by the difference, and no index is read further. */
export const MOST_COUNTED = 99;

const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MOST_COUNTED + 1));

export const deskCountSchema = v.object({
  work: v.picklist(DESK_WORKS),
  /** What waits for somebody; one above `MOST_COUNTED` is “more than”. */
  waiting: countSchema,
  /** What of it is late already. */
  late: countSchema,
});
export type DeskCount = v.InferOutput<typeof deskCountSchema>;

/** Of those kinds of work only that the caller's roles do. */
export const deskCountsSchema = v.object({ counts: v.array(deskCountSchema) });

/** What somebody can be looked for by; an ID number is not among them, for nobody needs to know one to find an order. */
export const SEARCH_KINDS = ['order-number', 'phone', 'unit-code', 'name'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** More than a person looks through. */
export const MOST_FOUND = 20;

export const foundOrderSchema = v.object({
  id: v.string(),
  orderNumber: v.string(),
  projectName: v.string(),
  status: v.picklist(ORDER_STATUSES),
  submittedAt: v.nullable(timestampSchema),
  /** Null for a person's own certificate, and for who works on no application. */
  unitName: v.nullable(v.string()),
  /** Null for who works on no application. */
  applicantNameMasked: v.nullable(v.string()),
});
export type FoundOrder = v.InferOutput<typeof foundOrderSchema>;

export const orderSearchSchema = v.object({
  kind: v.picklist(SEARCH_KINDS),
  /** The newest first. */
  items: v.pipe(v.array(foundOrderSchema), v.maxLength(MOST_FOUND)),
  /** There are more than are shown: it has to be said more exactly. */
  hasMore: v.boolean(),
});
export type OrderSearch = v.InferOutput<typeof orderSearchSchema>;

/** How long figures look back at once: a quarter. */
export const MOST_FIGURE_DAYS = 92;

const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Days since the last submission: up to so many, the last without an end. */
export const OPEN_AGES = ['1', '3', '7', 'more'] as const;
export type OpenAge = (typeof OPEN_AGES)[number];

const decisionCounts = {
  approved: number,
  returned: number,
  rejected: number,
  /** Made after the promised time; of those whose promise is still known. */
  late: number,
  /** Those whose promise is still known: one of before a later submission is not. */
  measured: number,
};

export const figuresSchema = v.object({
  /** First and last day, Beijing time. */
  from: v.string(),
  to: v.string(),
  /** What is open now, by status and by days since it was submitted. */
  open: v.array(
    v.object({
      status: v.picklist(ORDER_STATUSES),
      ages: v.object({ '1': number, '3': number, '7': number, more: number }),
    }),
  ),
  /** Decisions in the span; null for who neither reviews nor administers. */
  review: v.nullable(
    v.object({
      ...decisionCounts,
      reasons: v.array(v.object({ reason: v.picklist(REVIEW_REASONS), count: number })),
      projects: v.array(v.object({ name: v.string(), ...decisionCounts })),
      /** All for administrators, their own for reviewers. */
      reviewers: v.array(v.object({ name: v.string(), ...decisionCounts })),
    }),
  ),
  /** Payments that were confirmed and refunds that arrived, by day; null for who neither keeps money nor administers. */
  money: v.nullable(
    v.array(
      v.object({
        day: v.string(),
        received: number,
        receivedFen: moneyFenSchema,
        refunded: number,
        refundedFen: moneyFenSchema,
      }),
    ),
  ),
});
export type Figures = v.InferOutput<typeof figuresSchema>;
export type ReviewFigures = NonNullable<Figures['review']>;
export type DecisionCounts = Pick<ReviewFigures, 'approved' | 'returned' | 'rejected' | 'late' | 'measured'>;
export type MoneyOfDay = NonNullable<Figures['money']>[number];

/** What kinds of things happen to an order. */
export const TIMELINE_KINDS = ['status', 'money', 'message', 'file', 'look'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What happens with the money of an order. */
export const MONEY_EVENTS = [
  'paid',
  'transfer-chosen',
  'slip-handed-in',
  'slip-refused',
  'transfer-booked',
  'refund-asked',
  'refund-decided',
  'invoice-wanted',
  'invoice-issued',
  'red-letter-issued',
] as const;
export type MoneyEvent = (typeof MONEY_EVENTS)[number];

/** How much of each kind is shown: the newest. */
export const MOST_OF_A_KIND = 100;

const momentEntries = {
  at: timestampSchema,
  /** Chinese for who acts (本人, 审核员), or the name of a member of the staff; null where nobody is known. */
  by: v.nullable(v.string()),
};
export const timelineMomentSchema = v.variant('kind', [
  /** `label`: in Chinese, as the applicant reads it. */
  v.object({ ...momentEntries, kind: v.literal('status'), label: v.string() }),
  v.object({
    ...momentEntries,
    kind: v.literal('money'),
    event: v.picklist(MONEY_EVENTS),
    amountFen: v.nullable(moneyFenSchema),
  }),
  v.object({
    ...momentEntries,
    kind: v.literal('message'),
    channel: v.picklist(NOTICE_CHANNELS),
    message: v.string(),
    state: v.picklist(NOTICE_STATES),
  }),
  v.object({ ...momentEntries, kind: v.literal('file'), purpose: v.picklist(FILE_PURPOSES) }),
  v.object({ ...momentEntries, kind: v.literal('look'), seen: v.array(v.picklist(LOOK_KINDS)) }),
]);
export type TimelineMoment = v.InferOutput<typeof timelineMomentSchema>;

/** Everything that happened to an order, the newest first. */
export const orderTimelineSchema = v.object({ items: v.array(timelineMomentSchema) });
