export interface WechatIdentity {
  readonly openid: string;
  readonly unionid: string | null;
}

export interface ReviewResultMessage {
  readonly openid: string;
  readonly orderNumber: string;
  readonly projectName: string;
  readonly result: '审核通过' | '需要补充' | '未通过' | '已提交' | '已更换';
  readonly nextStep: string;
  /** Page to open, without leading slash. */
  readonly page: string;
}

export type SubscriptionOutcome = 'sent' | 'not-subscribed';

export interface WechatPlatform {
  /** code2session. @throws PortError `rejected` for a used, invalid or expired code. */
  exchangeLoginCode(code: string): Promise<WechatIdentity>;
  /** getuserphonenumber; answers an 11-digit mainland number. @throws PortError `rejected` for a bad code, a foreign number or a foreign watermark appid. */
  exchangePhoneCode(code: string): Promise<string>;
  /** subscribeMessage.send. No quota (43101) is an answer, not an error. */
  sendReviewResult(message: ReviewResultMessage): Promise<SubscriptionOutcome>;
}
