import Taro from '@tarojs/taro';
import type { PhotoChoice, PhotoSource } from './chosen-photo';
import { ownCopy } from './own-files.weapp';
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
      // Android's own compression goes far below 150 KB: we do it ourselves, with the limits in view.
      sizeType: ['original'],
      camera: 'back',
    });
    const [file] = tempFiles;
    if (!file) {
      return { kind: 'cancelled' };
    }
    const path = await ownCopy(file.tempFilePath);
    return { kind: 'chosen', photo: { path, size: file.size, fileName: fileNameOf(path) } };
  } catch (failure) {
    return outcomeOfFailure(failure);
  }
}
