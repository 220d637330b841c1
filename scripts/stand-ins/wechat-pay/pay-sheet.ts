import { type PaySheetParameters, verifyPaySign } from './pay-sign';
import type { PayState, Transaction } from './pay-state';
import { PayRefused, transactionOfPrepay, whyNotPayable } from './payer';

/** What the phone does with wx.requestPayment's parameters: show a payment, or fail with a text. */
export type PaySheet = { ok: true; transaction: Transaction } | { ok: false; reason: string };

/** Opens the payment sheet as the phone would: signature, app, prepay_id and its age are checked. */
export function openPaySheet(
  state: PayState,
  parameters: PaySheetParameters,
  o: { appId: string; merchantPublicKey: string; now: Date },
): PaySheet {
  if (parameters.appId !== o.appId) return { ok: false, reason: 'appId与小程序不一致' };
  if (!verifyPaySign(parameters, o.merchantPublicKey)) return { ok: false, reason: '支付验证签名失败' };
  const prepayId = /^prepay_id=(.+)$/.exec(parameters.package)?.[1];
  const transaction = prepayId && transactionOfPrepay(state, prepayId);
  if (!prepayId || !transaction) return { ok: false, reason: 'prepay_id不存在' };
  if (transaction.tradeType !== 'JSAPI') return { ok: false, reason: '交易类型不是JSAPI' };
  const refusal = whyNotPayable(transaction, o.now, prepayId);
  return refusal ? { ok: false, reason: new PayRefused(refusal).message } : { ok: true, transaction };
}
