import * as v from 'valibot';
import { KIND_PROBLEMS, ORDER_KINDS, SUCCESSOR_KINDS } from '../order/order-kinds';
import { timestampSchema } from './identifiers';

export const orderKindSchema = v.picklist(ORDER_KINDS);

/** What can be done with a certificate now, or from when, or why not. */
export const lifeCycleOptionSchema = v.object({
  kind: v.picklist(SUCCESSOR_KINDS),
  problem: v.nullable(v.picklist(KIND_PROBLEMS)),
  /** Where it is too early: from when. */
  startsAt: v.nullable(timestampSchema),
});
export type LifeCycleOption = v.InferOutput<typeof lifeCycleOptionSchema>;

/** What has become of a certificate, and what can be done with it. */
export const lifeCycleSchema = v.object({
  options: v.array(lifeCycleOptionSchema),
  /** The order that has begun with it and is not over; while there is one, no other begins. */
  orderInWork: v.nullable(v.object({ orderId: v.string(), orderNumber: v.string(), kind: orderKindSchema })),
  /** The certificate that has taken its place. */
  successorId: v.nullable(v.string()),
});
export type LifeCycle = v.InferOutput<typeof lifeCycleSchema>;

/** The certificate that an order begins with. */
export const orderOriginSchema = v.object({
  certificateId: v.string(),
  /** Upper-case hexadecimal. */
  serialNumber: v.string(),
  notAfter: timestampSchema,
});
export type OrderOriginView = v.InferOutput<typeof orderOriginSchema>;
