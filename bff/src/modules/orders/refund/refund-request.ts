import type { RefundAsker, RefundFacts, RefundReason, RefundRequestState } from '@acceptance/shared';
import type { FieldCipher } from '../../../database/field-cipher';
import { recordIdOf } from '../../../database/record-id';
import type { OrderRecord } from '../order.model';
import { keptFen } from '../parts/money';

/** Somebody has asked for the money of an order. Requests are only ever appended; there is no second one while one waits. */
export interface RefundRequest {
  readonly state: RefundRequestState;
  readonly reason: RefundReason;
  /** Envelope of what the asker wrote; null: nothing. */
  readonly words: string | null;
  readonly askedBy: { readonly role: RefundAsker; readonly id: string };
  readonly askedAt: Date;
  /** Who of finance decided; null also where nobody did. */
  readonly decidedBy: string | null;
  readonly endedAt: Date | null;
  /** What finance tells the applicant. */
  readonly refusal: string | null;
}

export const REFUND_WORDS_PURPOSE = 'order.refund-words';

export const sealRefundWords = (cipher: FieldCipher, words: string, orderId: string): string =>
  cipher.encryptText(words, REFUND_WORDS_PURPOSE, orderId);

export const openRefundWords = (
  cipher: FieldCipher,
  order: Pick<OrderRecord, '_id'>,
  { words }: RefundRequest,
): string | null => words && cipher.decryptText(words, REFUND_WORDS_PURPOSE, recordIdOf(order));

export const refundRequestsOf = ({ refundRequests }: Pick<OrderRecord, 'refundRequests'>): readonly RefundRequest[] =>
  refundRequests ?? [];

/** Whether somebody has asked for the money and nobody has decided: meanwhile no certificate is made. */
export const isRefundWaiting = (order: Pick<OrderRecord, 'refundRequests'>): boolean =>
  refundRequestsOf(order).at(-1)?.state === 'waiting';

export const refundFactsOf = (
  order: Pick<OrderRecord, 'status' | 'attempts' | 'transfer' | 'refundRequests'>,
  certificateValid: boolean,
): RefundFacts => ({
  status: order.status,
  paidFen: keptFen(order),
  certificateValid,
  requests: refundRequestsOf(order).map(({ state, askedBy }) => ({ state, askedBy: askedBy.role })),
});
