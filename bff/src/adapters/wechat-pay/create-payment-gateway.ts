import * as v from 'valibot';
import type { PaymentGateway, PrepayRequest, RefundAnswer, Trade } from '../../ports/payment-gateway';
import { fetchFundFlowBill, fetchTradeBill } from './fetch-bill';
import { createJsapiSheet } from './jsapi-sheet';
import { readPaymentNotification } from './read-notification';
import { refundStatusSchema, timeSchema, tradeSchema } from './trade-schema';
import { createWechatPayClient, type WechatPayResult } from './wechat-pay-client';
import { portErrorOf, refusedCall, unexpectedAnswer, type WechatPayFailure } from './wechat-pay-failure';
import type { WechatPaySettings } from './wechat-pay-settings';

const prepaySchema = v.object({ prepay_id: v.pipe(v.string(), v.minLength(1)) });
const nativeSchema = v.object({ code_url: v.pipe(v.string(), v.startsWith('weixin://')) });
const refundSchema = v.object({
  out_refund_no: v.string(),
  status: refundStatusSchema,
  create_time: v.optional(timeSchema),
});

function dataOf<TSchema extends v.GenericSchema>(schema: TSchema, result: WechatPayResult): v.InferOutput<TSchema> {
  if (!result.ok) {
    throw portErrorOf(result.failure);
  }
  const parsed = v.safeParse(schema, result.data);
  if (!parsed.success) {
    throw unexpectedAnswer();
  }
  return parsed.output;
}

const isUnknownNumber = ({ status, code }: WechatPayFailure, ...codes: string[]): boolean =>
  status === 404 && codes.includes(code);

/** Signatures do not bind an answer to its question: the number inside must be the one that was asked for. */
function tradeOf(result: WechatPayResult, outTradeNo: string): Trade {
  const trade = dataOf(tradeSchema, result);
  if (trade.outTradeNo !== outTradeNo) {
    throw unexpectedAnswer();
  }
  return trade;
}

function refundOf(result: WechatPayResult, outRefundNo: string): RefundAnswer {
  const refund = dataOf(refundSchema, result);
  if (refund.out_refund_no !== outRefundNo) {
    throw unexpectedAnswer();
  }
  return { status: refund.status, acceptedAt: refund.create_time ?? null };
}

/** Members always in this order, so that a repeated attempt is the same request byte for byte, whatever the settings are by then. */
const prepayBody = (request: PrepayRequest): object => ({
  appid: request.appid,
  mchid: request.mchid,
  description: request.description,
  out_trade_no: request.outTradeNo,
  time_expire: request.timeExpire,
  ...(request.attach !== '' && { attach: request.attach }),
  notify_url: request.notifyUrl,
  amount: { total: request.amountFen, currency: 'CNY' },
});

/**
 * WeChat Pay API v3 in public-key mode (微信支付公钥). Failures are PortError `payment-gateway`; `vendorCode` holds the
 * error code without `_`, then WeChat Pay's internal number where the answer names one.
 * An answer whose signature does not hold is `unavailable`: the outcome is unknown and must be queried.
 */
export function createWechatPayGateway(settings: WechatPaySettings): PaymentGateway {
  const call = createWechatPayClient(settings);
  const { appid, mchid, notifyUrl } = settings;
  return {
    appid,
    mchid,
    notifyUrl,

    async prepayJsapi(request) {
      if (!request.openid) {
        throw refusedCall('OPENID-MISSING');
      }
      const body = { ...prepayBody(request), payer: { openid: request.openid } };
      const path = 'v3/pay/transactions/jsapi';
      return dataOf(prepaySchema, await call({ method: 'POST', path, body, repeatable: true })).prepay_id;
    },

    jsapiSheet: (prepayId) => createJsapiSheet(settings, prepayId),

    async prepayNative(request) {
      const body = prepayBody(request);
      const path = 'v3/pay/transactions/native';
      return dataOf(nativeSchema, await call({ method: 'POST', path, body, repeatable: true })).code_url;
    },

    async queryByOutTradeNo(outTradeNo) {
      const result = await call({
        method: 'GET',
        path: 'v3/pay/transactions/out-trade-no/{out_trade_no}',
        placeholders: { out_trade_no: outTradeNo },
        query: { mchid },
        repeatable: true,
      });
      if (!result.ok && isUnknownNumber(result.failure, 'ORDERNOTEXIST')) {
        return null;
      }
      return tradeOf(result, outTradeNo);
    },

    async close(outTradeNo) {
      const result = await call({
        method: 'POST',
        path: 'v3/pay/transactions/out-trade-no/{out_trade_no}/close',
        placeholders: { out_trade_no: outTradeNo },
        body: { mchid },
        repeatable: true,
      });
      if (!result.ok) {
        throw portErrorOf(result.failure);
      }
    },

    /** Sent once only: refunds must lie a minute apart, so the caller repeats it later with the same number. */
    async refund(request) {
      const body = {
        out_trade_no: request.outTradeNo,
        out_refund_no: request.outRefundNo,
        reason: request.reason,
        amount: { refund: request.refundFen, total: request.totalFen, currency: 'CNY' },
      };
      const path = 'v3/refund/domestic/refunds';
      return refundOf(await call({ method: 'POST', path, body, repeatable: false }), request.outRefundNo);
    },

    async queryRefund(outRefundNo) {
      const result = await call({
        method: 'GET',
        path: 'v3/refund/domestic/refunds/{out_refund_no}',
        placeholders: { out_refund_no: outRefundNo },
        repeatable: true,
      });
      if (!result.ok && isUnknownNumber(result.failure, 'RESOURCENOTEXISTS', 'RESOURCENOTEXIST')) {
        return null;
      }
      return refundOf(result, outRefundNo);
    },

    tradeBill: (day) => fetchTradeBill(call, day),
    fundFlowBill: (day) => fetchFundFlowBill(call, day),

    readNotification: (notification, now) => readPaymentNotification(notification, settings, now),
  };
}
