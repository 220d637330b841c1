import type { HttpListener } from '../serving/http-listener';
import type { Coupon } from './coupon';
import type { OwnFaultBoard } from './own-faults';
import type { PaySheetParameters } from './pay-sign';
import type { RefundEnd } from './pay-state';
import type { PaymentView } from './payment-view';
import type { PlatformCertificate } from './platform-certificate';
import type { CertificateShares } from './platform-keys';

/** Base URL in place of https://api.mch.weixin.qq.com, and what a payer or the bank would do. */
export interface WechatPayStandIn extends HttpListener {
  /** Newest first. */
  payments(): PaymentView[];
  payment(outTradeNo: string): PaymentView | undefined;
  /** The unpaid or paid payment behind a scanned QR code; an outdated code has none. */
  paymentOfCode(codeUrl: string): PaymentView | undefined;
  /** The payer pays, perhaps part of it with a coupon; ends when the merchant was told for the first time. Throws PayRefused. */
  pay(outTradeNo: string, payer?: { openId?: string; coupon?: Coupon }): Promise<PaymentView>;
  /** The payer dismisses the sheet. Throws PayRefused. */
  cancel(outTradeNo: string): PaymentView;
  /** Checks wx.requestPayment's parameters and answers the payment that the sheet shows. */
  openSheet(parameters: PaySheetParameters): { ok: true; payment: PaymentView } | { ok: false; reason: string };
  verifyPaySign(parameters: PaySheetParameters): boolean;
  /**
   * Ends an accepted refund at once and tells the merchant; false when there is none under way. Without `end` it
   * succeeds unless a fault strikes.
   */
  completeRefund(outRefundNo: string, end?: RefundEnd): Promise<boolean>;
  /**
   * Somebody refunds by hand on the merchant platform: all that is left, or `refund` fen. From then on queries answer
   * REFUND, and REFUND.SUCCESS comes to the order's notify_url. Throws PayRefused.
   */
  refundOnPlatform(outTradeNo: string, o?: { refund?: number }): Promise<PaymentView>;
  /** Sends a refund's notice once more: how it ended, or any `status`. Throws PayRefused. */
  sendRefundNotice(outRefundNo: string, status?: RefundEnd): Promise<void>;
  /** Faults that only WeChat Pay has; `faults` of the environment strike beside them. */
  ownFaults: OwnFaultBoard;
  /**
   * A merchant that moves between platform certificate and public key: the share, 0 to 1, of answers and of
   * notifications that the certificate signs. A request that names a certificate is always answered by it.
   */
  setCertificateShares(shares: Partial<CertificateShares>): void;
  /** The platform makes another certificate, which signs from now on; the old ones stay listed and known. */
  renewCertificate(): PlatformCertificate;
  /** Oldest first; empty in public-key mode. */
  certificates(): PlatformCertificate[];
  /** Sends a notification signed `WECHATPAY/SIGNTEST/…`, as the platform does now and then; answers e.g. `HTTP 401`. */
  probeSignature(notifyUrl: string): Promise<string>;
  /** Ends when no notification is on its way (waiting repetitions do not count). */
  idle(): Promise<void>;
}
