import Taro from '@tarojs/taro';
import type { PhotoChoice, PhotoSource } from './chosen-photo';

const outcomeOfFailure = (failure: unknown): PhotoChoice => {
  const text = String((failure as { readonly errMsg?: unknown } | null)?.errMsg ?? failure);
  if (/auth|deny|denied|permission/i.test(text)) {
    return { kind: 'denied' };
  }
  return /cancel/i.test(text) ? { kind: 'cancelled' } : { kind: 'unreadable' };
};

const fileNameOf = (path: string): string => path.split('/').pop() || 'photo.jpg';

export async function choosePhoto(source: PhotoSource): Promise<PhotoChoice> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: [source],
      sizeType: ['original', 'compressed'],
      camera: 'back',
    });
    const [file] = tempFiles;
    if (!file) {
      return { kind: 'cancelled' };
    }
    const { width, height } = await Taro.getImageInfo({ src: file.tempFilePath });
    const photo = { path: file.tempFilePath, size: file.size, fileName: fileNameOf(file.tempFilePath), width, height };
    return { kind: 'chosen', photo };
  } catch (failure) {
    return outcomeOfFailure(failure);
  }
}

export const openPermissionSettings = async (): Promise<boolean> => {
  await Taro.openSetting();
  return true;
};
