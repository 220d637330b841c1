import type { ImageMediaType } from '@acceptance/shared';
import type { ChosenPhoto } from '../../../platform/chosen-photo';

const TYPES_BY_NAME: Readonly<Record<string, ImageMediaType>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  bmp: 'image/bmp',
};
const TYPES_BY_ALIAS: Readonly<Record<string, ImageMediaType>> = {
  'image/jpeg': 'image/jpeg',
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/bmp': 'image/bmp',
  'image/x-ms-bmp': 'image/bmp',
};

/** `unknown`: the phone does not tell, the server looks at the bytes; `other`: a type that is not taken. */
export type PhotoMediaType = ImageMediaType | 'unknown' | 'other';

/** By the browser's word, else by the end of the file's name. */
export function photoMediaType({ fileName, blob }: Pick<ChosenPhoto, 'fileName' | 'blob'>): PhotoMediaType {
  if (blob?.type) {
    return TYPES_BY_ALIAS[blob.type.toLowerCase()] ?? 'other';
  }
  const [, extension] = /\.([A-Za-z0-9]{1,5})$/.exec(fileName) ?? [];
  return extension ? (TYPES_BY_NAME[extension.toLowerCase()] ?? 'other') : 'unknown';
}
