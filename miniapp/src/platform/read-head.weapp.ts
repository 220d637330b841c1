import Taro from '@tarojs/taro';
import type { PickedPhoto } from './chosen-photo';

/** The first bytes of a file, as many as there are. Rejects when it cannot be read. */
export const readHead = ({ path, size }: PickedPhoto, length: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      position: 0,
      // Refused when it goes beyond the end.
      length: Math.min(size, length),
      success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)),
      fail: reject,
    });
  });
