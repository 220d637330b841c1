import * as v from 'valibot';
import { KIND_PROBLEMS, ORDER_KINDS, SUCCESSOR_KINDS } from '../order/order-kinds';
import { SEAL_KINDS } from './electronic-seal';
import { timestampSchema } from './identifiers';
import { moneyFenSchema } from './money-fen';

export const orderKindSchema = v.picklist(ORDER_KINDS);

/** What can be done with a certificate now, or from when, or why not. */
export const lifeCycleOptionSchema = v.object({
  kind: v.picklist(SUCCESSOR_KINDS),
  problem: v.nullable(v.picklist(KIND_PROBLEMS)),
  /** Where it is too early: from when. */
  startsAt: v.nullable(timestampSchema),
  /** What it costs; 0: nothing; null: the project is not offered any more. */
  feeFen: v.nullable(moneyFenSchema),
});
export type LifeCycleOption = v.InferOutput<typeof lifeCycleOptionSchema>;

/** What hangs on the key of a certificate, as far as we know and as its project asks: all of it is to be seen to before another takes its place. */
export const keyTiesSchema = v.object({
  /** Made with the certificate and ending with it. */
  seals: v.array(v.object({ id: v.string(), kind: v.picklist(SEAL_KINDS), purpose: v.string() })),
  /** When its key was last used to sign in or prove something here; null: never. */
  provedAt: v.nullable(timestampSchema),
  /** The holder's others that can be used now. `sharesKey`: what happens to the key happens to them. */
  otherCertificates: v.array(
    v.object({ id: v.string(), orderNumber: v.string(), projectName: v.string(), sharesKey: v.boolean() }),
  ),
  /** `renewalQuestions` of the project. */
  questions: v.array(v.string()),
});
export type KeyTies = v.InferOutput<typeof keyTiesSchema>;

/** What has become of a certificate, and what can be done with it. */
export const lifeCycleSchema = v.object({
  options: v.array(lifeCycleOptionSchema),
  /** The order that has begun with it and is not over; while there is one, no other begins. */
  orderInWork: v.nullable(v.object({ orderId: v.string(), orderNumber: v.string(), kind: orderKindSchema })),
  /** The certificate that has taken its place. */
  successorId: v.nullable(v.string()),
  ties: keyTiesSchema,
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
