import { AppError } from '@acceptance/shared';
import Taro from '@tarojs/taro';
import type { Reencode } from './fit-photo';
import { jpegName } from './jpeg-name';

const fileSize = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject });
  });

export const reencodePhoto: Reencode = async (photo, { width, height, quality }) => {
  try {
    const { tempFilePath } = await Taro.compressImage({
      src: photo.path,
      quality,
      compressedWidth: width,
      compressedHeight: height,
    });
    const [size, image] = await Promise.all([fileSize(tempFilePath), Taro.getImageInfo({ src: tempFilePath })]);
    // Some phones keep a PNG a PNG: the name must say what it is, the server compares.
    const fileName = image.type === 'png' ? photo.fileName : jpegName(photo.fileName);
    return { path: tempFilePath, size, fileName, width: image.width, height: image.height };
  } catch (cause) {
    throw new AppError('files.damaged', { cause });
  }
};
