import Taro from '@tarojs/taro';

/** Deletes a downloaded temporary file: photographs of identity cards must not stay on the phone. */
export function forgetFile(path: string): void {
  // Already cleared by WeChat: nothing is left to delete.
  Taro.getFileSystemManager().unlink({ filePath: path, fail: () => undefined });
}
