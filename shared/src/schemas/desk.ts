import * as v from 'valibot';
import { ORDER_STATUSES } from '../order/order-status';
import { timestampSchema } from './identifiers';

/** Kinds of work at the desk, in the order of its menu. */
export const DESK_WORKS = [
  'review',
  'tasks',
  'identity-checks',
  'phone-changes',
  'refunds',
  'transfers',
  'invoices',
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
