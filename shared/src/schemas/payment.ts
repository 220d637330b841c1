import * as v from 'valibot';
import { ATTEMPT_PROBLEMS, PAYMENT_ATTEMPT_STATUSES, PAYMENT_CHANNELS } from '../order/payment-status';
import { timestampSchema } from './identifiers';
import { moneyFenSchema } from './money-fen';

/** Arguments of `wx.requestPayment` (WeChat Pay API v3, JSAPI 调起支付); `appId` is signed but not passed. */
export const jsapiSheetSchema = v.object({
  appId: v.string(),
  timeStamp: v.string(),
  nonceStr: v.string(),
  package: v.string(),
  signType: v.literal('RSA'),
  paySign: v.string(),
});
export type JsapiSheet = v.InferOutput<typeof jsapiSheetSchema>;

export const paymentAttemptSchema = v.object({
  outTradeNo: v.string(),
  channel: v.picklist(PAYMENT_CHANNELS),
  status: v.picklist(PAYMENT_ATTEMPT_STATUSES),
  amountFen: moneyFenSchema,
  expiresAt: timestampSchema,
  problem: v.nullable(v.picklist(ATTEMPT_PROBLEMS)),
});
export type PaymentAttemptView = v.InferOutput<typeof paymentAttemptSchema>;

/** What the phone needs to pay: the sheet inside WeChat, the QR code's content elsewhere. */
export const startedPaymentSchema = v.object({
  attempt: paymentAttemptSchema,
  jsapi: v.nullable(jsapiSheetSchema),
  codeUrl: v.nullable(v.string()),
});
export type StartedPayment = v.InferOutput<typeof startedPaymentSchema>;
