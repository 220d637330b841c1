import Taro from '@tarojs/taro';
import { isLargeFontSetting } from './large-font-setting';

export const prefersLargeType = (): boolean => {
  // Not in Taro's types; documented for wx.getAppBaseInfo.
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { readonly fontSizeSetting?: unknown };
  return isLargeFontSetting(fontSizeSetting);
};
