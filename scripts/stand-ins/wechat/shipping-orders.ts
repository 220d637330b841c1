import { canonicalJson, type JsonObject } from '../serving/json-object';
import { shippingFieldProblem } from './shipping-fields';
import type { WechatErrorName } from './wechat-reply';

/** A payment as WeChat Pay tells the mini-program's side of it. */
export interface PaidOrder {
  transactionId?: string;
  openId?: string;
  /** ISO 8601 */
  successTime?: string;
  state: string;
  total: number;
}

/** What a merchant has told of a payment. */
export interface ShippingView {
  transactionId: string;
  logisticsType: number;
  item: string;
  trackingNumber: string | null;
  expressCompany: string | null;
  contact: string | null;
  uploadTime: string;
  /** How often it was told: 2 at most. */
  times: number;
}

interface Told {
  request: JsonObject;
  times: number;
}

/** A payment shows up here only some time after it was made. */
export const SEEN_AFTER_MS = 60_000;
const MOST_TIMES = 2;

const itemOf = ({ request }: Told): JsonObject => (request.shipping_list as JsonObject[])[0] ?? {};
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The platform's side of 发货信息管理. `payments`: what was paid at WeChat Pay. */
export function createShippingOrders(o: { now: () => Date; payments: () => readonly PaidOrder[] }) {
  const told = new Map<string, Told>();

  const find = (transactionId: unknown): PaidOrder | undefined => {
    const paid = o.payments().find((payment) => payment.transactionId && payment.transactionId === transactionId);
    const age = o.now().getTime() - Date.parse(paid?.successTime ?? '');
    return age >= SEEN_AFTER_MS ? paid : undefined;
  };

  return {
    /** POST /wxa/sec/order/upload_shipping_info */
    upload(request: JsonObject): WechatErrorName | undefined {
      const problem = shippingFieldProblem(request);
      if (problem) return problem;
      const { transaction_id: transactionId } = request.order_key as JsonObject;
      const paid = find(transactionId);
      if (!paid) return 'orderNotFound';
      if ((request.payer as JsonObject).openid !== paid.openId) return 'shippingPayer';
      if (paid.state !== 'SUCCESS') return 'notShippable';
      const earlier = told.get(String(transactionId));
      // Whether another upload_time alone is a change is not written down: the unkind way, it is one.
      if (earlier && canonicalJson(earlier.request) === canonicalJson(request)) return 'shippingUnchanged';
      if (earlier && earlier.times >= MOST_TIMES) return 'reshippingUsed';
      told.set(String(transactionId), { request, times: (earlier?.times ?? 0) + 1 });
      return undefined;
    },
    /** POST /wxa/sec/order/get_order */
    read({ transaction_id: transactionId }: JsonObject): JsonObject | undefined {
      const paid = find(transactionId);
      if (!paid) return undefined;
      const shipping = told.get(String(transactionId));
      return {
        transaction_id: transactionId,
        openid: paid.openId,
        paid_amount: paid.total,
        pay_time: Math.floor(Date.parse(paid.successTime ?? '') / 1000),
        order_state: paid.state === 'SUCCESS' ? (shipping ? 2 : 1) : 5,
        in_complaint: false,
        shipping: {
          delivery_mode: shipping ? shipping.request.delivery_mode : 0,
          logistics_type: shipping ? shipping.request.logistics_type : 0,
          finish_shipping: shipping !== undefined,
          finish_shipping_count: shipping?.times ?? 0,
          shipping_list: shipping ? shipping.request.shipping_list : [],
        },
      };
    },
    /** Newest first. */
    list: (): ShippingView[] =>
      [...told].reverse().map(([transactionId, entry]) => {
        const item = itemOf(entry);
        const contact = (item.contact ?? {}) as JsonObject;
        return {
          transactionId,
          logisticsType: Number(entry.request.logistics_type),
          item: String(item.item_desc),
          trackingNumber: textOrNull(item.tracking_no),
          expressCompany: textOrNull(item.express_company),
          contact: textOrNull(contact.receiver_contact) ?? textOrNull(contact.consignor_contact),
          uploadTime: String(entry.request.upload_time),
          times: entry.times,
        };
      }),
  };
}

export type ShippingOrders = ReturnType<typeof createShippingOrders>;
