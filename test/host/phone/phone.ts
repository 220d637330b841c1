import type { Bag } from '../bag';
import { createFileStore, type FileStore } from './file-store';
import { createPhoneStorage, type PhoneStorage } from './storage';

export type NetworkType = 'wifi' | '5g' | '4g' | '3g' | '2g' | 'none';
/** What the person does with a payment sheet. */
export type PaymentAnswer = 'pay' | 'cancel' | 'fail' | 'success-before-server';
/** What is in front of the scanner, and what it is (`object.success` of wx.scanCode). */
export interface ScannedCode {
  readonly text: string;
  readonly scanType: 'QR_CODE' | 'WX_CODE' | 'DATA_MATRIX' | 'PDF_417' | 'CODE_128' | 'CODE_39' | 'EAN_13' | 'ITF';
}
/** One of the titles that a person keeps in WeChat; `type` 0 = of a unit, 1 = of a person. */
export interface InvoiceTitle {
  readonly type: '0' | '1';
  readonly title: string;
  readonly taxNumber?: string;
  readonly companyAddress?: string;
  readonly telephone?: string;
  readonly bankName?: string;
  readonly bankAccount?: string;
}
/** The person picks one, goes back, or the list does not open, as for an account without a verified official account. */
export type InvoiceTitleAnswer =
  | ({ readonly answer: 'chooses' } & InvoiceTitle)
  | { readonly answer: 'cancels' }
  | { readonly answer: 'fails' };
/** A file that somebody has sent to a chat. */
export interface ChatFile {
  readonly name: string;
  readonly bytes: Buffer;
}
/** The person scans, goes back, or the phone cannot. */
export type ScanAnswer =
  | ({ readonly answer: 'scans' } & ScannedCode)
  | { readonly answer: 'cancels' }
  | { readonly answer: 'fails' };

export interface DeviceFacts {
  brand: string;
  model: string;
  system: string;
  platform: string;
  pixelRatio: number;
  screenWidth: number;
  screenHeight: number;
  statusBarHeight: number;
  /** Height of WeChat's own title bar. */
  navigationBarHeight: number;
  tabBarHeight: number;
  /** Space of the home bar at the bottom. */
  bottomInset: number;
  /** WeChat's letter size, 16 = standard. */
  fontSizeSetting: number;
  language: string;
  /** Of WeChat and of its base library. */
  version: string;
  sdkVersion: string;
}

/** What phones do to pictures, each its own way. */
export interface PictureTraits {
  /** Canvases show photos as their EXIF orientation says. */
  turnedInCanvas: boolean;
  /** The extension that every picture of the album gets, whatever it is; null: the one of what it is. */
  namedAll: string | null;
  /** So many exports of a canvas by canvasToTempFilePath come out blank although they succeed. */
  blankExports: number;
  /** So many by toDataURL do. */
  blankDataUrls: number;
  /**
   * In which pixels canvasToTempFilePath counts x, y, width and height, which the document leaves open: those of the page (as in
   * WeChat's own wxml-to-canvas), or those of the bitmap.
   */
  exportUnits: 'page' | 'bitmap';
  /** Longest side of a canvas: 1365 as documented; phones were seen to take up to 4096. */
  mostCanvasSide: number;
  /** What becomes of a canvas beyond it: setting its size fails, or it stays blank. */
  beyondCanvasSide: 'refused' | 'blank';
  /** Longest side of a picture that is decoded for a canvas: textures of phones end there. */
  mostPictureSide: number;
  /** Pixels of a canvas cannot be read, as where the system has taken its memory. */
  unreadablePixels: boolean;
}

/** The phone and its owner: everything outside the mini-program. It outlives the app's process. */
export interface Phone {
  readonly storage: PhoneStorage;
  readonly files: FileStore;
  readonly device: DeviceFacts;
  network: { type: NetworkType; delayMs: number };
  /**
   * WeChat's view and the app's code run apart: how long what happens in the view (keys, taps) is on its way to the code, and
   * `setData` to the view. A busy or old phone takes longer.
   */
  link: { toLogicMs: number; toViewMs: number };
  /** Decided permissions by scope (`scope.camera`); undecided ones are asked. */
  readonly permissions: Map<string, boolean>;
  /** What the person answers when a permission is asked. */
  permissionAnswer: 'allow' | 'refuse' | 'wait';
  /** Whether the phone's own settings let WeChat use camera and album. */
  systemAllowsCamera: boolean;
  /** Switches that the person turns in the settings page the next time it is open. */
  settingsChanges: Record<string, boolean>;
  privacy: {
    /** Whether the consent is still to be given. */
    needAuthorization: boolean;
    /** The answer to WeChat's own sheet; the app's own sheet needs a tapped button. */
    answer: 'agree' | 'disagree';
    /** Calls declared in the privacy guideline; null = all. */
    declared: readonly string[] | null;
    /** When the person refused last, ms; WeChat does not ask again for ten seconds. */
    refusedAt?: number;
  };
  /** Bytes of the next photos, first in, first out; the last one is used again and again. */
  photos: Buffer[];
  /** What lies in the person's chats, newest first. */
  chatFiles: ChatFile[];
  readonly pictures: PictureTraits;
  /** The person closes the chooser without a choice. */
  cancelsChoosing: boolean;
  paymentAnswer: PaymentAnswer;
  subscriptionAnswer: 'accept' | 'reject' | 'ban';
  /** The phone number that WeChat knows; null = the person refuses. */
  phoneNumber: string | null;
  /** The operator's quota of phone numbers is used up. */
  phoneQuotaOut: boolean;
  invoiceTitle: InvoiceTitleAnswer;
  scan: ScanAnswer;
  /** Whom a file is sent to is chosen in a sheet, which the person may close; or WeChat cannot send it. */
  sharing: 'sends' | 'cancels' | 'fails';
  clipboard: string;
  loginCodesExpired: boolean;
  /** A newer version of the mini-program has been downloaded. */
  updateReady: boolean;
  inBackground: boolean;
  landscape: boolean;
  /** Transfers that got an answer, oldest first. Paths only: queries may hold personal data. */
  readonly traffic: {
    readonly kind: string;
    readonly method: string;
    readonly path: string;
    readonly status: number;
  }[];
  /** What the app asked the phone to do: dialled numbers, opened documents, toasts …, newest last. */
  readonly acts: { readonly kind: string; readonly detail: Bag }[];
}

const DEVICE: DeviceFacts = {
  ...{ brand: 'devtools', model: 'Headless host', system: 'iOS 17.0', platform: 'devtools' },
  ...{ pixelRatio: 2, screenWidth: 375, screenHeight: 812, statusBarHeight: 44, navigationBarHeight: 44 },
  ...{
    tabBarHeight: 50,
    bottomInset: 34,
    fontSizeSetting: 16,
    language: 'zh_CN',
    version: '8.0.50',
    sdkVersion: '3.8.12',
  },
};

export function createPhone(device: Partial<DeviceFacts> = {}): Phone {
  return {
    storage: createPhoneStorage(),
    files: createFileStore({ alikeNames: device.platform === 'mac' }),
    device: { ...DEVICE, ...device },
    network: { type: 'wifi', delayMs: 0 },
    link: { toLogicMs: 0, toViewMs: 0 },
    permissions: new Map(),
    permissionAnswer: 'allow',
    systemAllowsCamera: true,
    settingsChanges: {},
    privacy: { needAuthorization: true, answer: 'agree', declared: null },
    photos: [],
    chatFiles: [],
    pictures: {
      ...{ turnedInCanvas: true, namedAll: null, blankExports: 0, blankDataUrls: 0, exportUnits: 'page' },
      ...{ mostCanvasSide: 1365, beyondCanvasSide: 'refused', mostPictureSide: 4096, unreadablePixels: false },
    },
    cancelsChoosing: false,
    paymentAnswer: 'pay',
    subscriptionAnswer: 'accept',
    phoneNumber: null,
    phoneQuotaOut: false,
    invoiceTitle: { answer: 'cancels' },
    scan: { answer: 'cancels' },
    sharing: 'sends',
    clipboard: '',
    loginCodesExpired: false,
    updateReady: false,
    inBackground: false,
    landscape: false,
    traffic: [],
    acts: [],
  };
}
