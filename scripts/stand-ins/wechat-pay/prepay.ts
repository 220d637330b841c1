import type { DemoCredentials } from '../demo-credentials';
import { canonicalJson, type JsonObject } from '../serving/json-object';
import {
  callbackUrl,
  flag,
  integer,
  listOf,
  moment,
  object,
  optional,
  type Rule,
  readBodyBy,
  refuse,
  text,
  textOfBytes,
} from './body-rules';
import { chinaTimeDigits } from './china-time';
import { INTERNAL_NUMBERS, PayError } from './pay-error';
import { findTransaction, type PayState, type TradeType, type Transaction } from './pay-state';

const SHORTEST_DEADLINE_MS = 60_000;
const LONGEST_DEADLINE_MS = 7 * 24 * 3600_000;

/** Real openids are 28 characters; demo ones of other parts of this project are one shorter or two longer. */
const OPEN_ID: Rule = {
  required: true,
  check(value, at) {
    if (typeof value !== 'string' || !/^o[A-Za-z0-9_-]{26,29}$/.test(value)) refuse(at, value, '无效的openid');
  },
};

const COMMON = {
  appid: text(1, 32),
  mchid: text(1, 32),
  description: textOfBytes(127),
  out_trade_no: text(6, 32, /^[0-9A-Za-z_\-*]+$/),
  time_expire: optional(moment),
  attach: optional(textOfBytes(128)),
  notify_url: callbackUrl,
  goods_tag: optional(text(1, 32)),
  support_fapiao: optional(flag),
  amount: object({ total: integer(1), currency: optional(text(3, 3, /^CNY$/)) }),
  detail: optional(
    object({
      cost_price: optional(integer(0)),
      invoice_id: optional(text(1, 32)),
      goods_detail: optional(
        listOf(
          object({
            merchant_goods_id: text(1, 32),
            wechatpay_goods_id: optional(text(1, 32)),
            goods_name: optional(text(1, 256)),
            quantity: integer(1),
            unit_price: integer(0),
          }),
        ),
      ),
    }),
  ),
  settle_info: optional(object({ profit_sharing: optional(flag) })),
  limit_pay: optional(listOf(text(1, 32))),
};
const sceneInfo = (extra = {}) => object({ payer_client_ip: text(1, 45), device_id: optional(text(1, 32)), ...extra });
const STORE = object({
  id: text(1, 32),
  name: optional(text(1, 256)),
  area_code: optional(text(1, 32)),
  address: optional(text(1, 512)),
});
const RULES: Record<TradeType, ReturnType<typeof object>> = {
  JSAPI: object({
    ...COMMON,
    payer: object({ openid: OPEN_ID }),
    scene_info: optional(sceneInfo({ store_info: optional(STORE) })),
  }),
  NATIVE: object({ ...COMMON, scene_info: optional(sceneInfo({ store_info: optional(STORE) })) }),
};

/** A request after its rules were checked. */
interface PrepayRequest extends JsonObject {
  appid: string;
  mchid: string;
  description: string;
  out_trade_no: string;
  time_expire?: string;
  attach?: string;
  notify_url: string;
  amount: { total: number };
  payer?: { openid: string };
}

/** @throws PayError when the repeated request may not be taken */
function checkReentry(known: Transaction, firstRequest: string): void {
  if (known.state === 'CLOSED') throw new PayError(400, 'ORDER_CLOSED', '订单已关闭');
  if (known.state !== 'NOTPAY') {
    throw new PayError(403, 'OUT_TRADE_NO_USED', '商户订单号重复，该订单已支付', INTERNAL_NUMBERS.alreadyPaid);
  }
  if (known.firstRequest !== firstRequest) {
    throw new PayError(400, 'INVALID_REQUEST', '请求重入时参数与首次请求时不一致', INTERNAL_NUMBERS.reentryDiffers);
  }
}

/** @throws PayError when the deadline of the order has passed, or that of a new one is too near or too far */
function checkDeadline(timeExpire: string, now: Date, isNew: boolean): void {
  const aheadMs = Date.parse(timeExpire) - now.getTime();
  if (aheadMs <= 0) {
    throw new PayError(400, 'INVALID_REQUEST', '订单已过期，请重新下单', INTERNAL_NUMBERS.orderExpired);
  }
  // What the first request fixed comes nearer with every repeated one.
  if (!isNew) return;
  if (aheadMs < SHORTEST_DEADLINE_MS) refuse('/time_expire', timeExpire, '距当前时间不得少于1分钟');
  if (aheadMs > LONGEST_DEADLINE_MS) refuse('/time_expire', timeExpire, '距当前时间不得超过7天');
}

function createTransaction(request: PrepayRequest, tradeType: TradeType, firstRequest: string, now: Date): Transaction {
  return {
    tradeType,
    appId: request.appid,
    outTradeNo: request.out_trade_no,
    description: request.description,
    attach: request.attach,
    notifyUrl: request.notify_url,
    total: request.amount.total,
    openId: request.payer?.openid,
    timeExpire: request.time_expire && new Date(request.time_expire).toISOString(),
    firstRequest,
    createdAt: now.toISOString(),
    prepays: [],
    state: 'NOTPAY',
  };
}

/**
 * JSAPI and Native 下单. The same request may be repeated while it is unpaid and gets a fresh prepay_id; a changed one
 * is refused. time_expire is fixed by the first request.
 * @throws PayError
 */
export function prepay(
  state: PayState,
  o: { tradeType: TradeType; body: string; appId: string; credentials: DemoCredentials['wechatPay']; now: Date },
): Transaction {
  const { tradeType, now } = o;
  const request = readBodyBy(RULES[tradeType], o.body) as PrepayRequest;
  if (request.mchid !== o.credentials.merchantId || request.appid !== o.appId) {
    const message = '商户号与appid不匹配';
    throw new PayError(400, 'APPID_MCHID_NOT_MATCH', message, INTERNAL_NUMBERS.appMerchantMismatch);
  }
  const firstRequest = canonicalJson({ tradeType, ...request });
  const known = findTransaction(state, request.out_trade_no);
  if (known) checkReentry(known, firstRequest);
  if (request.time_expire) checkDeadline(request.time_expire, now, !known);
  const transaction = known ?? createTransaction(request, tradeType, firstRequest, now);
  if (!known) state.transactions.push(transaction);
  state.serial += 1;
  const serial = state.serial.toString(36).padStart(7, '0');
  transaction.prepays.push({
    prepayId: `wx${chinaTimeDigits(now)}demo${String(state.serial).padStart(16, '0')}`,
    codeUrl: tradeType === 'NATIVE' ? `weixin://wxpay/bizpayurl?pr=${serial}zz` : undefined,
    createdAt: now.toISOString(),
  });
  return transaction;
}
