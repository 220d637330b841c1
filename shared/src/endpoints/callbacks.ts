import { defineEndpoint, empty } from '../contract/define-endpoint';

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
};
