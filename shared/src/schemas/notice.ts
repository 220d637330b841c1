import * as v from 'valibot';
import { timestampSchema } from './identifiers';

export const NOTICE_CHANNELS = ['sms', 'wechat'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** `sent`: who carries it has taken it. `delivered`: it is on the phone. `failed`: it is not, and will not be. */
export const NOTICE_STATES = ['sent', 'delivered', 'failed'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** A message that the applicant was sent about an order, as the staff see it. */
export const orderNoticeSchema = v.object({
  id: v.string(),
  channel: v.picklist(NOTICE_CHANNELS),
  /** Which message it was, e.g. `review-returned`. */
  kind: v.string(),
  state: v.picklist(NOTICE_STATES),
  /** The operator's words, where it was not delivered. */
  reason: v.nullable(v.string()),
  phoneMasked: v.nullable(v.string()),
  sentAt: timestampSchema,
  settledAt: v.nullable(timestampSchema),
  /** Somebody of the staff sent it once more. */
  resent: v.boolean(),
  canResend: v.boolean(),
});
export type OrderNotice = v.InferOutput<typeof orderNoticeSchema>;
