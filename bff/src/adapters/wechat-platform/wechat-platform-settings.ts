import type { SubscriptionMessage } from '../../ports/wechat-platform';

/** What the adapter needs to know of the mini-program, and the clock its token is kept by. */
export interface WechatPlatformSettings {
  /** https://api.weixin.qq.com, or a stand-in. */
  readonly baseUrl: string;
  readonly appid: string;
  readonly appSecret: string;
  /** Version of the mini-program that a subscription message opens. */
  readonly miniprogramState: 'developer' | 'trial' | 'formal';
  /** Subscription templates: character_string1, thing2, phrase3 (date3 of what ends on a day), thing4. */
  readonly templateIds: Readonly<Record<SubscriptionMessage['kind'], string>>;
  readonly now: () => Date;
  /** How long one request may take; 5000 when absent. */
  readonly timeoutMs?: number;
  /** Ends calls of a job whose time is over; undefined outside of jobs. */
  readonly signal?: () => AbortSignal | undefined;
}
