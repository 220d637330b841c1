export type SmsMessage =
  | { readonly kind: 'sign-in-code'; readonly code: string; readonly minutes: number }
  /** `nextStep`: what to do now, in at most 12 characters. */
  | { readonly kind: 'review-approved'; readonly orderNumber: string; readonly nextStep: string }
  | { readonly kind: 'review-returned'; readonly orderNumber: string; readonly reason: string }
  | { readonly kind: 'review-rejected'; readonly orderNumber: string; readonly reason: string }
  | { readonly kind: 'payment-received' | 'payment-returned' | 'slip-refused'; readonly orderNumber: string }
  | { readonly kind: 'pick-up-waiting' | 'ukey-unlocked'; readonly orderNumber: string }
  /** `nextStep`: what to do now, in at most 12 characters. */
  | { readonly kind: 'certificate-issued'; readonly orderNumber: string; readonly nextStep: string }
  | { readonly kind: 'parcel-sent'; readonly orderNumber: string; readonly courier: string }
  /** `result`: how the refund stands, in at most 12 characters. */
  | { readonly kind: 'refund-progress'; readonly orderNumber: string; readonly result: string }
  | { readonly kind: 'password-changed' | 'identity-used' }
  | { readonly kind: 'phone-change-requested' | 'phone-changed'; readonly lastDigits: string }
  /** To the new number. */
  | { readonly kind: 'phone-change-result'; readonly result: string }
  | { readonly kind: 'identity-check-result'; readonly result: string }
  /** `day`: 2026-12-03 */
  | { readonly kind: 'order-ending' | 'certificate-ending'; readonly orderNumber: string; readonly day: string }
  /** `day`: 2026-12-03 */
  | { readonly kind: 'deletion-scheduled'; readonly day: string }
  | { readonly kind: 'audit-anchor'; readonly day: string; readonly seq: number; readonly hashStart: string };

/** What the operator says has become of a message. */
export interface SmsReport {
  /** As `send` answered it. */
  readonly serial: string;
  readonly delivered: boolean;
  /** In the operator's words. */
  readonly reason: string;
  readonly at: Date;
}

export interface SmsSender {
  /**
   * Hands one message for a mainland number (11 digits) to the operator. Answers the number that it reports by.
   * @throws PortError `rejected` when the number cannot receive, `rate-limited` when the operator refuses more today.
   */
  send(phone: string, message: SmsMessage): Promise<{ readonly serial: string }>;
  /** Reports that have come since, at most a hundred; each is handed out once. @throws PortError */
  takeReports(): Promise<readonly SmsReport[]>;
}
