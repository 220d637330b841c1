/** What the page calls things. */
export const STAND_IN_TITLES = {
  wechat: '微信',
  'wechat-pay': '微信支付',
  'tencent-cloud': '腾讯云',
  mail: '邮件',
  ejbca: 'EJBCA',
  kuaidi100: '快递100',
};
export const FAULT_TITLES = {
  timeout: '不回答（未处理）',
  'lost-answer': '不回答（已处理）',
  'server-error': '服务器错误 5xx',
  busy: '系统繁忙 -1',
  'rate-limited': '频率超限',
  garbled: '应答乱码',
  'bad-signature': '签名错误',
  'late-notification': '通知迟到',
  'duplicate-notification': '重复通知',
  'no-notification': '不发通知',
  'wrong-amount': '通知金额错误',
  'notify-before-answer': '通知先于应答',
  'refund-abnormal': '退款异常',
  'unsigned-error': '错误应答无签名',
  'unsigned-not-found': '无签名 404 订单不存在',
  'unsigned-server-error': '无签名 500',
  accepted: '202 已受理未处理',
  'order-not-visible': '查询暂不可见',
  'other-spelling': '错误码另一写法',
  'openid-mismatch': 'openid 不匹配',
  'foreign-currency': '外币 USD',
  'not-enough': '退款余额不足',
  'refund-closed': '退款关闭',
  'bill-creating': '账单未生成',
  'bill-wrong-hash': '账单摘要不符',
  'bill-without': '账单缺一笔',
  'bill-other-amount': '账单金额多一分',
  'enrolled-twice': '签发两张',
  'other-key': '公钥不符',
  'other-subject': '主体不符',
  'other-term': '有效期不符',
  'wrong-chain': '证书链错误',
  'ca-offline': 'CA 离线',
  'approval-required': '需人工批准',
  'html-error': '网关 502 页面',
};
export const PAY_STATES = {
  NOTPAY: ['待付款', 'wait'],
  SUCCESS: ['已付款', 'good'],
  REFUND: ['有退款', ''],
  CLOSED: ['已关闭', ''],
};
export const REFUSALS = { ORDER_EXPIRED: '已过付款期限', PREPAY_EXPIRED: '预支付已失效' };
export const REFUND_STATES = { PROCESSING: '退款中', SUCCESS: '已退款', ABNORMAL: '退款异常', CLOSED: '退款关闭' };
export const JOB_STATES = { waiting: '待重发', delivered: '已送达', 'given-up': '已放弃' };
export const PARCEL_MOVES = [
  ['1', '揽收'],
  ['0', '在途'],
  ['5', '派件'],
  ['3', '签收'],
  ['2', '疑难'],
  ['14', '拒签'],
  ['6', '退回'],
];
