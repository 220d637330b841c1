import * as v from 'valibot';
import { SHIPPING_STATES, type ShippingInfo, type ShippingOrder, type ShippingWay } from '../../ports/wechat-platform';
import { expressCompanyOf, needsContact } from './express-companies';
import { shorten } from './subscription-fields';
import { refusedAnswer } from './wechat-failure';

/** 支付单不存在: also for minutes after the payment. */
export const ORDER_UNKNOWN = 10060001;
/** 发货信息未更新: the platform has been told the very same. */
export const NOTHING_NEW = 10060023;

/** `logistics_type` (2, delivery within a city, is not ours). */
const LOGISTICS_TYPES: Readonly<Record<ShippingWay, number>> = { courier: 1, electronic: 3, 'pick-up': 4 };
const BY_TRANSACTION_ID = 2;
const UNIFIED = 1;
const LONGEST_ITEM = 120;

/** RFC 3339 in China's time, with the milliseconds that the platform insists on. */
const chinaTime = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');

function parcelFields({ way, parcel }: ShippingInfo) {
  if (way !== 'courier') {
    return {};
  }
  const company = expressCompanyOf(parcel?.courier ?? '');
  if (!parcel || !company) {
    throw refusedAnswer('COURIER-NOT-KNOWN');
  }
  return {
    tracking_no: parcel.trackingNumber,
    express_company: company,
    ...(needsContact(company) && { contact: { receiver_contact: parcel.receiverPhoneMasked } }),
  };
}

/** Body of upload_shipping_info: one order, one shipment of all of it. @throws PortError `rejected` COURIER-NOT-KNOWN */
export const shippingBody = (info: ShippingInfo): object => ({
  order_key: { order_number_type: BY_TRANSACTION_ID, transaction_id: info.transactionId },
  logistics_type: LOGISTICS_TYPES[info.way],
  delivery_mode: UNIFIED,
  shipping_list: [{ item_desc: shorten(info.item, LONGEST_ITEM), ...parcelFields(info) }],
  upload_time: chinaTime(info.shippedAt),
  payer: { openid: info.payerOpenid },
});

const WAYS = new Map(Object.entries(LOGISTICS_TYPES).map(([way, type]) => [type, way as ShippingWay]));

/** Answer of get_order, as far as it is looked at. `order_state` counts from 1. */
export const shippingOrderSchema = v.pipe(
  v.object({
    order: v.object({
      order_state: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(SHIPPING_STATES.length)),
      openid: v.optional(v.string()),
      shipping: v.optional(
        v.object({
          logistics_type: v.optional(v.number()),
          shipping_list: v.optional(v.array(v.object({ tracking_no: v.optional(v.string()) })), []),
        }),
      ),
    }),
  }),
  v.transform(({ order: { order_state, openid, shipping } }): ShippingOrder => {
    const state = SHIPPING_STATES[order_state - 1] ?? 'to-ship';
    const told = { way: WAYS.get(shipping?.logistics_type ?? 0) ?? null, ...trackingOf(shipping?.shipping_list ?? []) };
    return { state, payerOpenid: openid || null, told: shipping?.shipping_list.length ? told : null };
  }),
);

const trackingOf = ([first]: readonly { readonly tracking_no?: string | undefined }[]) => ({
  trackingNumber: first?.tracking_no || null,
});
