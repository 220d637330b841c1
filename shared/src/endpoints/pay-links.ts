import * as v from 'valibot';
import { defineEndpoint, empty } from '../contract/define-endpoint';
import { objectIdSchema } from '../schemas/identifiers';
import { payLinkBillSchema, payLinkSchema, payLinkTokenSchema } from '../schemas/pay-link';
import { startedPaymentSchema } from '../schemas/payment';
import { weChatCodeSchema } from '../schemas/wechat-code';

const params = v.object({ orderId: objectIdSchema });
/** In the body: what may pay belongs into no address and no log. */
const token = payLinkTokenSchema;
const rateLimit = { limit: 120, windowSeconds: 600, by: 'address' } as const;

/** Somebody else pays an order with their own WeChat. */
export const payLinksEndpoints = {
  givePayLink: defineEndpoint({
    id: 'payLinks.givePayLink',
    method: 'PUT',
    path: '/orders/:orderId/pay-link',
    access: 'verified-applicant',
    summary: '取得代付链接，发给别人用他的微信支付；有效期内再次取得是同一个',
    params,
    response: payLinkSchema,
    errors: [
      'orders.not_found',
      'payments.not_payable',
      'payments.not_required',
      'payments.already_paid',
      'payments.being_checked',
      'bank_transfers.waiting',
      'pay_links.not_offered',
      'request.conflict',
    ],
    idempotent: true,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  withdrawPayLink: defineEndpoint({
    id: 'payLinks.withdrawPayLink',
    method: 'DELETE',
    path: '/orders/:orderId/pay-link',
    access: 'verified-applicant',
    summary: '停用代付链接：已经发出去的不能再用来支付',
    params,
    response: empty,
    errors: ['orders.not_found'],
    idempotent: true,
  }),
  readBill: defineEndpoint({
    id: 'payLinks.readBill',
    method: 'POST',
    path: '/pay-links/bill',
    access: 'public',
    summary: '代付人看到的内容：为谁、办什么、多少钱、是否已支付',
    body: v.object({ token }),
    response: payLinkBillSchema,
    errors: ['pay_links.gone'],
    idempotent: true,
    audited: 'each-minute',
    rateLimit,
  }),
  startPayment: defineEndpoint({
    id: 'payLinks.startPayment',
    method: 'POST',
    path: '/pay-links/payments',
    access: 'public',
    summary: '代付人用自己的微信支付（JSAPI）',
    body: v.object({ token, loginCode: weChatCodeSchema }),
    response: startedPaymentSchema,
    errors: [
      'pay_links.gone',
      'payments.not_payable',
      'payments.not_required',
      'payments.already_paid',
      'payments.being_checked',
      'bank_transfers.waiting',
      'payments.superseded',
      'payments.too_many_attempts',
      'payments.unavailable',
      'payments.rejected',
      'auth.wechat_code_invalid',
      'auth.wechat_unavailable',
    ],
    idempotent: true,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'address' },
  }),
  refreshBill: defineEndpoint({
    id: 'payLinks.refreshBill',
    method: 'POST',
    path: '/pay-links/refresh',
    access: 'public',
    summary: '代付人支付后向微信支付查询结果',
    body: v.object({ token }),
    response: payLinkBillSchema,
    errors: ['pay_links.gone', 'payments.unavailable'],
    idempotent: true,
    audited: 'each-minute',
    rateLimit,
  }),
};
