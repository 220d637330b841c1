import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { PAYMENT_CHANNELS } from '../order/payment-status';
import { objectIdSchema } from '../schemas/identifiers';
import { orderSchema } from '../schemas/order';
import { startedPaymentSchema } from '../schemas/payment';

const params = v.object({ orderId: objectIdSchema });

export const paymentsEndpoints = {
  startPayment: defineEndpoint({
    id: 'payments.startPayment',
    method: 'POST',
    path: '/orders/:orderId/payments',
    access: 'verified-applicant',
    summary: '发起微信支付：小程序内 JSAPI，电脑或他人手机扫码 Native',
    params,
    body: v.object({ channel: v.picklist(PAYMENT_CHANNELS, '请选择支付方式') }),
    response: startedPaymentSchema,
    errors: [
      'orders.not_found',
      'payments.not_payable',
      'payments.not_required',
      'payments.already_paid',
      'payments.wechat_required',
      'payments.being_checked',
      'bank_transfers.waiting',
      'bank_transfers.only_way',
      'payments.superseded',
      'payments.too_many_attempts',
      'payments.unavailable',
      'payments.rejected',
    ],
    idempotent: true,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  refreshPayment: defineEndpoint({
    id: 'payments.refreshPayment',
    method: 'POST',
    path: '/orders/:orderId/payments/refresh',
    access: 'verified-applicant',
    summary: '向微信支付查询结果，返回最新的申请',
    params,
    response: orderSchema,
    errors: ['orders.not_found', 'payments.unavailable'],
    idempotent: true,
    // The page asks again every few seconds while a payment is under way.
    audited: 'each-minute',
    rateLimit: { limit: 240, windowSeconds: 600, by: 'actor' },
  }),
};
