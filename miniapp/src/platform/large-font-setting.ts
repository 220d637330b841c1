/**
 * WeChat's letter sizes in px: 17 on iOS and 16 on Android are the standard. Two steps above it is 19 to 20, in every
 * screen size (developers.weixin.qq.com/miniprogram/design/elderly.html).
 */
const LARGE_PX = 19;

/** Whether WeChat's font size asks for large type; a phone that does not tell stays as it is. */
export const isLargeFontSetting = (fontSizeSetting: unknown): boolean =>
  typeof fontSizeSetting === 'number' && fontSizeSetting >= LARGE_PX;
