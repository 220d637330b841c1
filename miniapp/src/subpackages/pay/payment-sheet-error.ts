/**
 * What WeChat says, by what somebody has to mend. Its words are Chinese for the most part, and reports leave Chinese out
 * (names are Chinese): so the kind is told in English, beside what is left of the words.
 */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/签名|sign/i, 'signature'],
  [/app_?id|公众号|小程序/i, 'appid'],
  [/商户|mch/i, 'merchant'],
  [/network|网络|timeout|超时/i, 'network'],
  [/permission|权限|banned|封禁|能力/i, 'permission'],
  [/param|参数|package|prepay|订单/i, 'parameter'],
];

/** A payment sheet that WeChat would not open, as developers are told of it. */
export class PaymentSheetError extends Error {
  override readonly name = 'PaymentSheetError';

  constructor(reason: string) {
    const kind = KINDS.find(([words]) => words.test(reason))?.[1] ?? 'other';
    super(`${kind}: ${reason}`);
  }
}
