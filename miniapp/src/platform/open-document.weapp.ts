import Taro from '@tarojs/taro';

export const openPdf = async (path: string): Promise<boolean> => {
  try {
    await Taro.openDocument({ filePath: path, fileType: 'pdf', showMenu: true });
    return true;
  } catch {
    return false;
  }
};
