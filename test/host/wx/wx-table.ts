/**
 * Every method of `wx` that the host has. `as documented`: arguments, answers, limits and error texts follow WeChat's
 * documents as far as the note says nothing else. `simplified`: the note says what is missing. What is not listed
 * throws by name. README.md shows this table; a test keeps both and the code in step.
 */
export type WxState = 'as documented' | 'simplified';

export interface WxEntry {
  readonly name: string;
  readonly state: WxState;
  readonly note: string;
  /** When the row was held against WeChat's document of it, each default, limit and order of arguments; '': not since it was written. */
  readonly read: string;
}

/** Documents of base library 3.17.0 (typings 5.2.3). */
const READ = '2026-11-30';

const documented = (names: string, note: string, read = ''): WxEntry[] =>
  names.split(' ').map((name) => ({ name, state: 'as documented', note, read }));
const simplified = (names: string, note: string, read = ''): WxEntry[] =>
  names.split(' ').map((name) => ({ name, state: 'simplified', note, read }));

export const WX_TABLE: readonly WxEntry[] = [
  ...documented(
    'request',
    'real HTTP; domain list, 10 parallel, 60 s default time-out, referer fixed, JSON by default',
  ),
  ...documented('uploadFile', 'one file, multipart; 10 parallel; `data` is always a string; progress while it is sent'),
  ...documented('downloadFile', '10 parallel; temporary file, also for error answers'),
  ...documented('login', 'one-time code from the WeChat stand-in; can be made to have expired'),
  ...simplified('checkSession', 'fails before the first login and while codes are expired; no real session age'),
  ...simplified('getAccountInfoSync', 'appId and envVersion develop'),
  ...documented(
    'requestPayment',
    'the stand-in checks the signature; pay, cancel, fail, or success that no server knows yet',
  ),
  ...simplified(
    'requestSubscribeMessage',
    'ids ≤ 5, answer by id, quota granted at the stand-in; only in the turn of a tap or payment callback',
  ),
  ...documented(
    'setStorage getStorage removeStorage clearStorage getStorageInfo',
    '10 MB in all, 1 MB an entry; survives a kill; encrypt is not looked at',
    READ,
  ),
  ...documented(
    'setStorageSync getStorageSync removeStorageSync clearStorageSync getStorageInfoSync',
    'as above; a missing key reads as an empty text',
    READ,
  ),
  ...documented(
    'getPrivacySetting requirePrivacyAuthorize',
    'consent once; errno 104 refused (not asked again for 10 s), 112 not declared',
  ),
  ...documented('onNeedPrivacyAuthorization', 'one listener; `agree` counts with the id of a tapped consent button'),
  ...simplified('openAppAuthorizeSetting', 'recorded; the host turns the phone’s own switches'),
  ...simplified('openPrivacyContract', 'recorded, nothing is shown'),
  ...documented('authorize', 'asked once, refused: fails until the settings page', READ),
  ...documented('getSetting', 'decided scopes only'),
  ...simplified('openSetting', 'turns the switches that were prepared on the phone; only in the turn of a tap'),
  ...simplified(
    'createCameraContext',
    'takePhoto hands out the prepared photos behind scope.camera; no frames, no video; none on Windows',
    READ,
  ),
  ...simplified(
    'chooseMedia',
    'images only, prepared by the host; camera alone is gated by scope.camera; Android compresses unless the original is asked for',
    READ,
  ),
  ...documented(
    'chooseMessageFile',
    'the newest files of the prepared chats of the asked type and extension, else cancelled; behind privacy consent',
  ),
  ...simplified('previewImage', 'recorded, nothing is shown', READ),
  ...documented('getImageInfo', 'decoded; width and height are those before the orientation is applied', READ),
  ...documented(
    'compressImage',
    'really re-encoded; quality (80) for jpg only; iOS refuses all but jpg; none on Windows and Mac',
    READ,
  ),
  ...documented(
    'canvasToTempFilePath',
    'canvas nodes of type 2d only, by node; what is left out is the canvas, times the pixel ratio; x, y, width and height in pixels of the page or, when told so, of the bitmap; fails beyond 4096 pixels a side; may be told to come out blank',
    READ,
  ),
  ...simplified(
    'getFileSystemManager',
    'access, getFileInfo, readdir, readFile, writeFile, copyFile, saveFile, unlink and their Sync, 200 MB in all; others throw',
    READ,
  ),
  ...simplified('openDocument', 'file and type are checked, recorded, nothing is shown', READ),
  ...documented('scanCode', 'the prepared code if its kind was asked for, else cancelled; or fails'),
  ...documented('setClipboardData getClipboardData', 'behind privacy consent; the toast is not shown'),
  ...simplified('makePhoneCall', 'recorded'),
  ...simplified(
    'shareFileMessage',
    'the file has to be there; recorded, cancelled or failed, goes to nobody; only in the turn of a tap',
  ),
  ...documented(
    'chooseInvoiceTitle',
    'the prepared title, empty texts for what it lacks; cancelled; or fails; behind privacy consent',
  ),
  ...simplified('vibrateShort', 'recorded'),
  ...documented(
    'navigateTo redirectTo reLaunch switchTab navigateBack',
    'stack of 10; WeChat’s refusals; no events channel',
  ),
  ...documented('showModal', 'waits for confirmModal or cancelModal; editable is not supported'),
  ...documented('showActionSheet', 'waits for an answer through the host'),
  ...simplified('showToast hideToast showLoading hideLoading', 'recorded; no time-out'),
  ...documented(
    'enableAlertBeforeUnload disableAlertBeforeUnload',
    'of the page on top; asks on the bar and Android’s Back, not on swipes; none on Windows and Mac',
    READ,
  ),
  ...simplified('setTabBarItem', 'recorded; on tab pages only'),
  ...simplified('updateWeChatApp', 'recorded'),
  ...simplified('setNavigationBarTitle', 'kept in the page’s configuration'),
  ...simplified('pageScrollTo', 'in the approximate layout, without animation'),
  ...simplified(
    'startPullDownRefresh stopPullDownRefresh',
    'on pages that enable it; the sign stays until the app stops it',
  ),
  ...documented('nextTick', 'after the next turn'),
  ...documented('getRandomValues', 'of the machine'),
  ...documented('getNetworkType onNetworkStatusChange offNetworkStatusChange', 'the phone’s network'),
  ...documented('onMemoryWarning offMemoryWarning onWindowResize offWindowResize', 'sent by the host'),
  ...documented('onAppShow offAppShow onAppHide offAppHide', 'with the App life cycle'),
  ...documented('onError offError', 'errors of handlers and timers'),
  ...simplified('onUnhandledRejection offUnhandledRejection', 'only when the host has a process of its own'),
  ...documented('getWindowInfo getDeviceInfo getAppBaseInfo', 'a phone of 375 × 812 points'),
  ...documented('getSystemInfo getSystemInfoSync getSystemInfoAsync', 'the three together'),
  ...simplified('getMenuButtonBoundingClientRect', 'a fixed place'),
  ...documented('getUpdateManager', 'a newer version is there when the host says so; applyUpdate launches anew'),
  ...simplified('canIUse', 'by method name only'),
  ...simplified('createSelectorQuery', 'real nodes, approximate layout; no computedStyle, context'),
  ...simplified('createIntersectionObserver', 'viewport only, in the approximate layout'),
  ...documented('getLaunchOptionsSync getEnterOptionsSync', 'of the last launch'),
];

const NAMES = new Set(WX_TABLE.map(({ name }) => name));
export const isImplemented = (name: string): boolean => NAMES.has(name);
