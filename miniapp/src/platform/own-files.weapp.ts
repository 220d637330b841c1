import Taro from '@tarojs/taro';

/** Pictures that are kept at a time: both sides of a card with a try each, and what is being made of them. */
const KEPT = 12;
const NAME = /^picture-.+/;

let kept: string[] | null = null;
let made = 0;

/** What an earlier run of the app has left counts as the oldest: it goes first. */
function leftBehind(): string[] {
  try {
    const names = Taro.getFileSystemManager().readdirSync(Taro.env.USER_DATA_PATH ?? '');
    return names.filter((name) => NAME.test(name)).map((name) => `${Taro.env.USER_DATA_PATH}/${name}`);
  } catch {
    return [];
  }
}

/** A path for a picture in the program's own folder; the oldest ones go. */
function ownPath(extension: string): string {
  kept ??= leftBehind();
  made += 1;
  const path = `${Taro.env.USER_DATA_PATH}/picture-${Date.now()}-${made}${extension}`;
  kept.push(path);
  for (const filePath of kept.splice(0, kept.length - KEPT)) {
    Taro.getFileSystemManager().unlink({ filePath, fail: () => undefined });
  }
  return path;
}

const extensionOf = (path: string): string => /\.\w{1,5}$/.exec(path)?.[0] ?? '.jpg';

/**
 * WeChat on a Mac gives temporary files the same name again and again, so that the next photo takes the place of the last: there
 * the file is kept under a name of its own. Elsewhere its own path is answered.
 */
export function ownCopy(path: string): Promise<string> {
  if (Taro.getDeviceInfo().platform !== 'mac') {
    return Promise.resolve(path);
  }
  const destPath = ownPath(extensionOf(path));
  return new Promise((resolve) => {
    Taro.getFileSystemManager().copyFile({
      srcPath: path,
      destPath,
      success: () => resolve(destPath),
      fail: () => resolve(path),
    });
  });
}

/** Keeps bytes, given as base64, and answers their path. */
export function ownFile(base64: string, extension: string): Promise<string> {
  const filePath = ownPath(extension);
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      ...{ filePath, data: base64, encoding: 'base64' },
      success: () => resolve(filePath),
      fail: reject,
    });
  });
}

/** Bytes. */
export const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject });
  });
