import type { JsonObject } from '../serving/json-object';
import type { Transaction } from './pay-state';

/** A coupon that pays part of a trade. Amounts are fen. */
export interface Coupon {
  amount: number;
  /** 充值型 `CASH`: WeChat Pay hands the merchant the coupon's money. 免充值型 `NOCASH`: the merchant gets less. */
  type: 'CASH' | 'NOCASH';
}

const COUPON_ID = '109519demo';
const STOCK_ID = '931386demo';
const NAME = '立减优惠';

/** @throws RangeError for a coupon that pays nothing or all */
export function checkCoupon({ amount, type }: Coupon, total: number): void {
  if (!Number.isInteger(amount) || amount < 1 || amount >= total) {
    throw new RangeError('a coupon pays at least 1 fen and less than the total');
  }
  if (type !== 'CASH' && type !== 'NOCASH') throw new RangeError('a coupon is CASH or NOCASH');
}

/** promotion_detail of a trade. */
export function promotionsOf({ coupon }: Transaction): JsonObject[] {
  if (!coupon) return [];
  const { amount, type } = coupon;
  return [
    {
      coupon_id: COUPON_ID,
      name: NAME,
      scope: 'GLOBAL',
      type,
      amount,
      stock_id: STOCK_ID,
      wechatpay_contribute: type === 'CASH' ? amount : 0,
      merchant_contribute: type === 'NOCASH' ? amount : 0,
      other_contribute: 0,
      currency: 'CNY',
      goods_detail: [],
    },
  ];
}

/** What of a refund goes back to the coupon: its share of the total. */
export const couponRefund = ({ coupon, total }: Transaction, refund: number): number =>
  coupon ? Math.floor((coupon.amount * refund) / total) : 0;

/** promotion_detail of a refund. */
export function refundPromotions(transaction: Transaction, refund: number): JsonObject[] {
  const { coupon } = transaction;
  if (!coupon) return [];
  return [
    {
      promotion_id: COUPON_ID,
      scope: 'GLOBAL',
      type: coupon.type === 'CASH' ? 'COUPON' : 'DISCOUNT',
      amount: coupon.amount,
      refund_amount: couponRefund(transaction, refund),
      goods_detail: [],
    },
  ];
}
