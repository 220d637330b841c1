import type WeappElement from 'miniprogram-automator/out/Element';

/** What WeChat answers when its one-tap phone button is pressed. */
export type NumberAnswer =
  | { readonly kind: 'shares'; readonly phone: string }
  | { readonly kind: 'refuses' }
  | { readonly kind: 'no-quota' };

/** `later`: the sheet says paid, WeChat's servers learn of it by `paysAtLast`. */
export type SheetAnswer = 'pay' | 'cancel' | 'later';

/**
 * The person who holds the phone, its network, and WeChat around the mini-program, as far as WeChat's automation protocol
 * can play them. A story that needs more (a killed process, a turned phone, WeChat's privacy sheet) lives in `host-only/`.
 */
export interface PhoneOwner {
  /** Has agreed to the privacy guideline before the story begins. */
  agreesToPrivacy(): Promise<void>;
  /** Refuses the camera when WeChat asks, and is not asked again. */
  refusesCamera(): Promise<void>;
  /** Will turn the camera on in the settings page, which the mini-program must open first. */
  willAllowCameraInSettings(): Promise<void>;
  answersPayment(answer: SheetAnswer): Promise<void>;
  /** The servers learn of the payment whose sheet was shown last. */
  paysAtLast(): Promise<void>;
  hasNetwork(connected: boolean): Promise<void>;
  /** Taps a button of open-type getPhoneNumber. */
  tapsNumberButton(button: WeappElement, answer: NumberAnswer): Promise<void>;
  /** wx.login hands out codes that have run out. */
  hasExpiredLogin(expired: boolean): Promise<void>;
  leavesWechat(): Promise<void>;
  returnsToWechat(): Promise<void>;
  /** Opens the mini-program as if for the first time. */
  startsAnew(): Promise<void>;
  /** A file that the mini-program has written into its own folder (`USER_DATA_PATH`). @throws Error when it has not */
  readsFile(name: string): Promise<Buffer>;
  /** How often the mini-program had the phone do this: open a document, the settings, a payment sheet. */
  countOf(act: 'openDocument' | 'openSetting' | 'paymentSheet'): Promise<number>;
}
