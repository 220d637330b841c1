import Taro from '@tarojs/taro';
import type { PhotoChoice, PhotoSource } from './chosen-photo';
import { accessRefusalOf } from './photo-access';

const outcomeOfFailure = (failure: unknown): PhotoChoice => {
  const text = String((failure as { readonly errMsg?: unknown } | null)?.errMsg ?? failure);
  if (/cancel/i.test(text)) {
    return { kind: 'cancelled' };
  }
  const refusal = accessRefusalOf(failure);
  return refusal ? { kind: 'refused', refusal } : { kind: 'unreadable' };
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
