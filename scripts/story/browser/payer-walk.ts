import type { ApplicantWalk } from './applicant-walk';

/** From the order's page to the QR code; the code's content is what a phone would scan. */
export async function askForPayment({ hands, station }: ApplicantWalk): Promise<void> {
  await hands.page.reload();
  await hands.see('资料审核通过');
  await station('approved');
  await hands.tap(/去支付/);
  await hands.see('应付金额');
  await hands.tap(/去支付/);
  await hands.see('用微信扫一扫支付');
  await station('pay');
}

/** After the money has come. */
export async function seePaymentArrive({ hands, station }: ApplicantWalk): Promise<void> {
  await hands.see('支付成功');
  await hands.see('已支付，等待制证');
  await station('paid');
}
