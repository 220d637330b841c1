import type { PlatformKeys } from './platform-keys';

/** What the gateway needs to know of the merchant account, and the clock and randomness it signs with. */
export interface WechatPaySettings {
  /** https://api.mch.weixin.qq.com, or a stand-in. */
  readonly baseUrl: string;
  /** Tried on the one retry after a network failure; the official backup is https://api2.mch.weixin.qq.com. */
  readonly fallbackBaseUrl?: string;
  readonly appid: string;
  readonly mchid: string;
  /** Serial number of the merchant API certificate. */
  readonly merchantSerial: string;
  readonly merchantPrivateKeyPem: string;
  /** What WeChat Pay signs with: its public keys and platform certificates, by serial. */
  readonly platformKeys: PlatformKeys;
  /** 32 characters, the AES-256 key of notifications. */
  readonly apiV3Key: string;
  readonly notifyUrl: string;
  readonly now: () => Date;
  readonly randomHex: (bytes: number) => string;
  /** How long one request may take; 5000 when absent. */
  readonly timeoutMs?: number;
  /** Ends calls of a job whose time is over; undefined outside of jobs. */
  readonly signal?: () => AbortSignal | undefined;
}
