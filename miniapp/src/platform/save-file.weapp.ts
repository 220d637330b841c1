import Taro from '@tarojs/taro';
import { WECHAT_TEXT } from '../text/wechat';
import { isCancellation } from './cancellation';

/** A file that was downloaded is kept by sending it to a chat, most often to 文件传输助手; only from a tap. */
export const savesAtOnce = false;

export const saveFile = async (filePath: string, fileName: string): Promise<boolean> => {
  try {
    await Taro.shareFileMessage({ filePath, fileName });
    return true;
  } catch (failure) {
    if (!isCancellation(failure)) {
      const { title, text, understood } = WECHAT_TEXT.notSent;
      await Taro.showModal({ title, content: text, confirmText: understood, showCancel: false });
    }
    return false;
  }
};
