import Taro from '@tarojs/taro';

/** Path of the page in front, without parameters as far as the platform gives them apart; empty before the first page. */
export const currentPagePath = (): string => Taro.getCurrentInstance().router?.path ?? '';
