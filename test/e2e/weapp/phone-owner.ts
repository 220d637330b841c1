import type WeappElement from 'miniprogram-automator/out/Element';

/** What WeChat answers when its one-tap phone button is pressed. */
export type NumberAnswer =
  | { readonly kind: 'shares'; readonly phone: string }
  | { readonly kind: 'refuses' }
  | { readonly kind: 'no-quota' };

/** `later`: the sheet says paid, WeChat's servers learn of it by `paysAtLast`. `fail`: WeChat does not open it or breaks off, and says why. */
export type SheetAnswer = 'pay' | 'cancel' | 'later' | 'fail';

/** What the person does in WeChat's scanner; a QR code is held before it, or the bar code of a label. */
export type ScannerAnswer =
  | { readonly kind: 'scans'; readonly text: string; readonly code: 'QR_CODE' | 'CODE_128' }
  | { readonly kind: 'cancels' }
  | { readonly kind: 'cannot' };

/** What the person does in WeChat's list of their invoice titles; `cannot`: WeChat does not open it. */
export type TitleAnswer =
  | {
      readonly kind: 'chooses';
      readonly of: 'unit' | 'person';
      readonly title: string;
      readonly taxNumber?: string;
      readonly companyAddress?: string;
      readonly telephone?: string;
      readonly bankName?: string;
      readonly bankAccount?: string;
    }
  | { readonly kind: 'cancels' }
  | { readonly kind: 'cannot' };

export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

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
  answersScanner(answer: ScannerAnswer): Promise<void>;
  answersInvoiceTitles(answer: TitleAnswer): Promise<void>;
  hasNetwork(connected: boolean): Promise<void>;
  /** Taps a button of open-type getPhoneNumber. */
  tapsNumberButton(button: WeappElement, answer: NumberAnswer): Promise<void>;
  /** wx.login hands out codes that have run out. */
  hasExpiredLogin(expired: boolean): Promise<void>;
  leavesWechat(): Promise<void>;
  returnsToWechat(): Promise<void>;
  /** Opens the mini-program as if for the first time. */
  startsAnew(): Promise<void>;
  /** The file that was sent to a chat last, as it lay on the phone. @throws Error when none was */
  sentFile(): Promise<SentFile>;
  /** What the person does in the sheet that asks to whom a file is sent; `cannot`: WeChat does not send it. */
  answersSharing(answer: 'sends' | 'cancels' | 'cannot'): Promise<void>;
  /** How often the mini-program had the phone do this: open a document, the settings, a payment sheet, send a file. */
  countOf(act: 'openDocument' | 'openSetting' | 'paymentSheet' | 'shareFileMessage'): Promise<number>;
}
