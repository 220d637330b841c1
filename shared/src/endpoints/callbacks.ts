import * as v from 'valibot';
import { defineEndpoint, empty } from '../contract/define-endpoint';
import { parcelReferenceParams } from '../schemas/delivery-view';

/** Each parcel's own reference goes behind it. */
export const PARCEL_NOTICES_PATH = '/callbacks/kuaidi100';

export const callbacksEndpoints = {
  /** WeChat Pay API v3 支付通知: raw body, signature in headers, answer within 5 s, repeated up to 15 times. */
  weChatPay: defineEndpoint({
    id: 'callbacks.weChatPay',
    method: 'POST',
    path: '/callbacks/wechat-pay',
    access: 'provider',
    summary: '微信支付结果通知',
    request: 'raw',
    response: empty,
    errors: ['callbacks.signature_invalid', 'callbacks.content_invalid'],
    idempotent: true,
  }),
  /** Kuaidi100 订阅推送: a form with `param` and `sign`; whatever is not answered so within 8 s comes again. */
  noteParcel: defineEndpoint({
    id: 'callbacks.noteParcel',
    method: 'POST',
    path: `${PARCEL_NOTICES_PATH}/:reference`,
    access: 'provider',
    summary: '快递 100 推送包裹的物流',
    params: parcelReferenceParams,
    request: 'raw',
    rawMediaType: 'application/x-www-form-urlencoded',
    response: v.object({ result: v.literal(true), returnCode: v.literal('200'), message: v.string() }),
    errors: ['callbacks.signature_invalid', 'callbacks.content_invalid'],
    idempotent: true,
  }),
};
