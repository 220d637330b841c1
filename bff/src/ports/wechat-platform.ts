export interface WechatIdentity {
  readonly openid: string;
  readonly unionid: string | null;
}

/** What every subscription message says; too long texts are shortened. */
interface MessageFacts {
  readonly orderNumber: string;
  readonly projectName: string;
  readonly nextStep: string;
  /** Page to open, without leading slash. */
  readonly page: string;
}

export interface ReviewResultMessage extends MessageFacts {
  readonly kind: 'review-result';
  readonly result: '审核通过' | '需要补充' | '未通过' | '已提交' | '已更换';
}

export interface CertificateEndingMessage extends MessageFacts {
  readonly kind: 'certificate-ending';
  readonly endsAt: Date;
}

export type SubscriptionMessage = ReviewResultMessage | CertificateEndingMessage;

export type SubscriptionOutcome = 'sent' | 'not-subscribed';

/** How what was paid for reaches the payer. */
export type ShippingWay = 'courier' | 'electronic' | 'pick-up';

export interface ShippedParcel {
  /** The courier's Chinese name as the projects have it. */
  readonly courier: string;
  readonly trackingNumber: string;
  /** 138****8000; told only to couriers that must have it (顺丰速运). */
  readonly receiverPhoneMasked: string;
}

/** What is told of an order that was paid by WeChat Pay, all of it at once (发货信息录入, unified delivery). */
export interface ShippingInfo {
  /** `transaction_id` of the payment. */
  readonly transactionId: string;
  /** Who paid, in this mini-program. */
  readonly payerOpenid: string;
  readonly way: ShippingWay;
  /** What it was; shortened to 120 characters. */
  readonly item: string;
  readonly shippedAt: Date;
  /** Null but for a courier. */
  readonly parcel: ShippedParcel | null;
}

/** `order-unknown`: the platform has not heard of the payment yet, which takes minutes. */
export type ShippingOutcome = 'taken' | 'order-unknown';

/** `order_state` of get_order. */
export const SHIPPING_STATES = ['to-ship', 'shipped', 'received', 'done', 'refunded', 'to-settle'] as const;

/** An order as the platform has it. */
export interface ShippingOrder {
  readonly state: (typeof SHIPPING_STATES)[number];
  readonly payerOpenid: string | null;
  /** What it was told last; null before that. */
  readonly told: { readonly way: ShippingWay | null; readonly trackingNumber: string | null } | null;
}

export interface WechatPlatform {
  /** code2session. @throws PortError `rejected` for a used, invalid or expired code. */
  exchangeLoginCode(code: string): Promise<WechatIdentity>;
  /** getuserphonenumber; answers an 11-digit mainland number. @throws PortError `rejected` for a bad code, a foreign number or a foreign watermark appid. */
  exchangePhoneCode(code: string): Promise<string>;
  /** subscribeMessage.send. No quota (43101) is an answer, not an error. */
  sendSubscriptionMessage(openid: string, message: SubscriptionMessage): Promise<SubscriptionOutcome>;
  /**
   * upload_shipping_info: the money is frozen until this is told. May be told anew once, with something else; the same again is
   * no error. @throws PortError `rejected` for an order that takes no (more) telling, another payer's openid, or a courier
   * that WeChat has no name for (COURIER-NOT-KNOWN)
   */
  uploadShippingInfo(info: ShippingInfo): Promise<ShippingOutcome>;
  /** get_order. Null: the platform has not heard of the payment yet. */
  readShippingOrder(transactionId: string): Promise<ShippingOrder | null>;
}
