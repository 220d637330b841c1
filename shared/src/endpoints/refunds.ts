import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { objectIdSchema } from '../schemas/identifiers';
import { orderSchema } from '../schemas/order';
import { ownRefundWishSchema, refundNumberBodySchema } from '../schemas/refund';

/** How asking may be refused, whoever asks. */
export const REFUND_ASK_ERRORS = [
  'orders.not_found',
  'refunds.nothing_paid',
  'refunds.certificate_made',
  'refunds.certificate_valid',
  'refunds.under_way',
  'refunds.already_asked',
  'refunds.asked_too_often',
  'request.conflict',
] as const;
export const REFUND_WITHDRAW_ERRORS = [
  'orders.not_found',
  'refunds.not_found',
  'refunds.not_yours',
  'refunds.decided',
  'request.conflict',
] as const;

const params = v.object({ orderId: objectIdSchema });

/** The applicant asks for their money back. */
export const refundsEndpoints = {
  requestRefund: defineEndpoint({
    id: 'refunds.requestRefund',
    method: 'POST',
    path: '/orders/:orderId/refund-requests',
    access: 'applicant',
    summary: '已付款、证书还没有制作的，申请退款；由财务审批，等待期间不制证',
    params,
    body: ownRefundWishSchema,
    response: orderSchema,
    errors: REFUND_ASK_ERRORS,
    idempotent: true,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
  withdrawRefund: defineEndpoint({
    id: 'refunds.withdrawRefund',
    method: 'POST',
    path: '/orders/:orderId/refund-withdrawal',
    access: 'applicant',
    summary: '撤回自己提出、还没有审批的退款申请；申请继续办理',
    params,
    body: refundNumberBodySchema,
    response: orderSchema,
    errors: REFUND_WITHDRAW_ERRORS,
    idempotent: true,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
};
