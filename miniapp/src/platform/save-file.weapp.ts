import Taro from '@tarojs/taro';

/** A file that was downloaded is kept by sending it to a chat, most often to 文件传输助手; only from a tap. */
export const savesAtOnce = false;

export const saveFile = async (filePath: string, fileName: string): Promise<boolean> => {
  try {
    await Taro.shareFileMessage({ filePath, fileName });
    return true;
  } catch {
    return false;
  }
};
