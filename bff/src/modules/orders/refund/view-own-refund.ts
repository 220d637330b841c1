import { MOST_REFUND_REQUESTS, type OwnRefundView, refundHindrance } from '@acceptance/shared';
import type { FieldCipher } from '../../../database/field-cipher';
import type { ShownOrder } from '../shown-order';
import { openRefundWords, type RefundRequest, refundFactsOf, refundRequestsOf } from './refund-request';

/** What applicant and finance both see of a request. */
export const presentRefundRequest = (request: RefundRequest, index: number) => ({
  number: index + 1,
  state: request.state,
  reason: request.reason,
  askedBy: request.askedBy.role,
  askedAt: request.askedAt.toISOString(),
  endedAt: request.endedAt?.toISOString() ?? null,
  refusal: request.refusal,
});

/** The number that the next request gets; null once there were as many as there may be. */
export const nextRefundNumber = (order: Pick<ShownOrder, 'refundRequests'>): number | null => {
  const { length } = refundRequestsOf(order);
  return length < MOST_REFUND_REQUESTS ? length + 1 : null;
};

/** Refunds of an order for its applicant. What finance wrote to itself stays there. */
export function viewOwnRefund(cipher: FieldCipher, order: ShownOrder): OwnRefundView {
  const requests = refundRequestsOf(order);
  const last = requests.at(-1);
  const isOwn = last?.askedBy.role === 'applicant';
  return {
    // To its applicant a certificate that was made is no ground, valid or not.
    canAsk: refundHindrance(refundFactsOf(order, true), 'applicant') === null,
    nextNumber: nextRefundNumber(order),
    request: last
      ? {
          ...presentRefundRequest(last, requests.length - 1),
          words: isOwn ? openRefundWords(cipher, order, last) : null,
          canWithdraw: isOwn && last.state === 'waiting',
        }
      : null,
  };
}
