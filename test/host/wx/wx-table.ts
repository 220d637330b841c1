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
}

const documented = (names: string, note: string): WxEntry[] =>
  names.split(' ').map((name) => ({ name, state: 'as documented', note }));
const simplified = (names: string, note: string): WxEntry[] =>
  names.split(' ').map((name) => ({ name, state: 'simplified', note }));

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
    '10 MB in all, 1 MB an entry; survives a kill',
  ),
  ...documented(
    'setStorageSync getStorageSync removeStorageSync clearStorageSync getStorageInfoSync',
    'as above; a missing key reads as an empty text',
  ),
  ...documented(
    'getPrivacySetting requirePrivacyAuthorize',
    'consent once; errno 104 refused (not asked again for 10 s), 112 not declared',
  ),
  ...documented('onNeedPrivacyAuthorization', 'one listener; `agree` counts with the id of a tapped consent button'),
  ...simplified('openAppAuthorizeSetting', 'recorded; the host turns the phone’s own switches'),
  ...simplified('openPrivacyContract', 'recorded, nothing is shown'),
  ...documented('authorize', 'asked once, refused: fails until the settings page'),
  ...documented('getSetting', 'decided scopes only'),
  ...simplified('openSetting', 'turns the switches that were prepared on the phone; only in the turn of a tap'),
  ...simplified(
    'createCameraContext',
    'takePhoto hands out the prepared photos behind scope.camera; no frames, no video; none on Windows',
  ),
  ...simplified(
    'chooseMedia',
    'images only, prepared by the host; camera alone is gated by scope.camera; Android compresses unless the original is asked for',
  ),
  ...documented(
    'chooseMessageFile',
    'the newest files of the prepared chats of the asked type and extension, else cancelled; behind privacy consent',
  ),
  ...simplified('previewImage', 'recorded, nothing is shown'),
  ...documented('getImageInfo', 'decoded; width and height are those before the orientation is applied'),
  ...documented('compressImage', 'really re-encoded; quality for jpg only; iOS refuses all but jpg'),
  ...documented(
    'canvasToTempFilePath',
    'canvas nodes of type 2d only, by node; fails beyond 4096 pixels a side; may be told to come out blank',
  ),
  ...simplified(
    'getFileSystemManager',
    'access, getFileInfo, readFile, writeFile, copyFile, saveFile, unlink and their Sync; others throw',
  ),
  ...simplified('openDocument', 'file and type are checked, recorded, nothing is shown'),
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
  ...simplified('setTabBarItem', 'recorded; on tab pages only'),
  ...simplified('updateWeChatApp', 'recorded'),
  ...simplified('setNavigationBarTitle', 'kept in the page’s configuration'),
  ...simplified('pageScrollTo', 'in the approximate layout, without animation'),
  ...simplified('startPullDownRefresh stopPullDownRefresh', 'calls onPullDownRefresh; no spinner'),
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
