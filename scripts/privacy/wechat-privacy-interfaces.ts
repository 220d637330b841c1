/** What WeChat counts as one kind of personal information, and every way to get at it. */
export interface PrivacyKind {
  /** The key of 用户隐私保护指引 (openApi setPrivacySetting, privacy_key). */
  readonly privacyKey: string;
  /** Methods of wx. */
  readonly methods?: readonly string[];
  /** `open-type` of a button. */
  readonly openTypes?: readonly string[];
  /** Components by tag. */
  readonly components?: readonly string[];
  /** `type` of an input. */
  readonly inputTypes?: readonly string[];
  /** Scopes passed to wx.authorize. */
  readonly scopes?: readonly string[];
}

/**
 * developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html, read in November 2026 from
 * stored copies. WeChat adds to it from time to time: an interface that is missing here fails on the phone with errno 112.
 */
export const WECHAT_PRIVACY_INTERFACES: readonly PrivacyKind[] = [
  {
    privacyKey: 'UserInfo',
    methods: ['getUserInfo', 'getUserProfile'],
    openTypes: ['chooseAvatar', 'getUserInfo'],
    components: ['functional-page-navigator'],
    inputTypes: ['nickname'],
  },
  {
    privacyKey: 'Location',
    methods: [
      ...['getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'startLocationUpdateBackground'],
      'onLocationChange',
    ],
    scopes: ['userLocation', 'userLocationBackground', 'userFuzzyLocation'],
  },
  { privacyKey: 'ChooseLocation', methods: ['choosePoi', 'chooseLocation'] },
  { privacyKey: 'Address', methods: ['chooseAddress'] },
  { privacyKey: 'Invoice', methods: ['chooseInvoiceTitle', 'chooseInvoice'] },
  { privacyKey: 'RunData', methods: ['getWeRunData'], scopes: ['werun'] },
  { privacyKey: 'PhoneNumber', openTypes: ['getPhoneNumber', 'getRealtimePhoneNumber'] },
  { privacyKey: 'LicensePlate', methods: ['chooseLicensePlate'] },
  { privacyKey: 'Album', methods: ['chooseImage', 'chooseMedia', 'chooseVideo'] },
  { privacyKey: 'MessageFile', methods: ['chooseMessageFile'] },
  {
    privacyKey: 'Record',
    methods: ['startRecord', 'getRecorderManager', 'joinVoIPChat'],
    components: ['live-pusher', 'voip-room'],
    scopes: ['record'],
  },
  {
    privacyKey: 'Camera',
    methods: ['createVKSession'],
    components: ['camera', 'live-pusher', 'voip-room'],
    scopes: ['camera'],
  },
  { privacyKey: 'BlueTooth', methods: ['openBluetoothAdapter', 'createBLEPeripheralServer'], scopes: ['bluetooth'] },
  {
    privacyKey: 'AlbumWriteOnly',
    methods: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
    scopes: ['writePhotosAlbum'],
  },
  { privacyKey: 'Contact', methods: ['addPhoneContact'], scopes: ['addPhoneContact'] },
  {
    privacyKey: 'CalendarWriteOnly',
    methods: ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
    scopes: ['addPhoneCalendar'],
  },
  { privacyKey: 'Accelerometer', methods: ['startAccelerometer'] },
  { privacyKey: 'Compass', methods: ['startCompass'] },
  { privacyKey: 'DeviceMotion', methods: ['startDeviceMotionListening'] },
  { privacyKey: 'Gyroscope', methods: ['startGyroscope'] },
  { privacyKey: 'Clipboard', methods: ['setClipboardData', 'getClipboardData'] },
];
