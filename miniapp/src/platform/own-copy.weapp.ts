import Taro from '@tarojs/taro';

/** Copies that are kept: both sides of a card with a try each, and what is being made of them. */
const KEPT = 12;

const copies: string[] = [];
let made = 0;

const extensionOf = (path: string): string => /\.\w{1,5}$/.exec(path)?.[0] ?? '.jpg';

/**
 * WeChat on a Mac gives temporary files the same name again and again, so that the next photo takes the place of the last: there
 * the file is kept under a name of its own. Elsewhere its own path is answered.
 */
export function ownCopy(path: string): Promise<string> {
  if (Taro.getDeviceInfo().platform !== 'mac') {
    return Promise.resolve(path);
  }
  made += 1;
  const destPath = `${Taro.env.USER_DATA_PATH}/photo-${Date.now()}-${made}${extensionOf(path)}`;
  const files = Taro.getFileSystemManager();
  return new Promise((resolve) => {
    files.copyFile({
      srcPath: path,
      destPath,
      success: () => {
        copies.push(destPath);
        for (const filePath of copies.splice(0, copies.length - KEPT)) {
          files.unlink({ filePath });
        }
        resolve(destPath);
      },
      fail: () => resolve(path),
    });
  });
}
