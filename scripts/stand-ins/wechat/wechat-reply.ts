import type { StandInReply } from '../serving/stand-in-server';

/** WeChat's error answers: HTTP 200, the error in the body. Texts as the platform sends them. */
export const WECHAT_ERRORS = {
  busy: [-1, 'system error'],
  invalidToken: [40001, 'invalid credential, access_token is invalid or not latest'],
  invalidOpenId: [40003, 'invalid openid'],
  invalidAppId: [40013, 'invalid appid'],
  invalidCode: [40029, 'invalid code'],
  invalidTemplate: [40037, 'invalid template_id'],
  invalidSecret: [40125, 'invalid appsecret'],
  codeUsed: [40163, 'code been used'],
  invalidGrantType: [40002, 'invalid grant_type'],
  missingToken: [41001, 'access_token missing'],
  missingCode: [41008, 'missing code'],
  expiredToken: [42001, 'access_token expired'],
  refused: [43101, 'user refuse to accept the msg'],
  emptyPost: [44002, 'empty post data'],
  dailyLimit: [45009, 'reach max api daily quota limit'],
  minuteLimit: [45011, 'api minute-quota reach limit, must slower, retry next minute'],
  invalidJson: [47001, 'data format error'],
  invalidArgument: [47003, 'argument invalid!'],
  orderNotFound: [10060001, '支付单不存在'],
  shippingDone: [10060002, '支付单已完成发货，无法继续发货'],
  reshippingUsed: [10060003, '支付单已使用重新发货机会'],
  notShippable: [10060004, '支付单处于不可发货的状态'],
  shippingParameter: [10060014, '参数错误'],
  shippingUnchanged: [10060023, '发货信息未更新'],
  shippingPayer: [10060031, '支付者 openid 不匹配'],
  transactionIdMissing: [268485194, 'transaction_id 必填'],
  uploadTimeFormat: [268485195, 'upload_time 格式错误'],
  itemDescription: [268485196, '商品信息 item_desc 必填，最多120个字'],
  trackingNumber: [268485197, '物流单号 tracking_no 必填'],
  expressCompany: [268485198, '物流公司编码 express_company 错误'],
  contactMissing: [268485199, '顺丰发货必须填写掩码后的联系方式'],
} as const satisfies Record<string, readonly [number, string]>;

export type WechatErrorName = keyof typeof WECHAT_ERRORS;

/** @param contentType code2session answers text/plain, everything else JSON. */
export const wechatReply = (value: unknown, contentType = 'application/json; encoding=utf-8'): StandInReply => ({
  status: 200,
  headers: { 'content-type': contentType },
  body: JSON.stringify(value),
});

/** @param detail goes behind the platform's text, e.g. the name of the bad field */
export function wechatError(name: WechatErrorName, o: { detail?: string; contentType?: string } = {}): StandInReply {
  const [errcode, errmsg] = WECHAT_ERRORS[name];
  return {
    ...wechatReply({ errcode, errmsg: o.detail ? `${errmsg} ${o.detail}` : errmsg }, o.contentType),
    errorCode: String(errcode),
  };
}
