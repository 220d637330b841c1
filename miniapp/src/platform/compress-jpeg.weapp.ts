import { JPEG_HEAD_BYTES, type JpegHead, jpegHead } from '@acceptance/shared';
import Taro from '@tarojs/taro';
import { answerOf } from './answer-of';
import type { PickedPhoto } from './chosen-photo';
import { ownCopy, sizeOf } from './own-files.weapp';
import type { JpegWay, PixelSize } from './photo-canvas-props';
import { readHead } from './read-head.weapp';

/** Textures of some phones end here: larger pictures are not decoded for a canvas. */
const MOST_TEXTURE_SIDE = 4096;
const TEXTURE_QUALITY = 95;

/** As it is shown, its orientation applied. */
const uprightSize = ({ width, height, orientation }: JpegHead): PixelSize =>
  orientation >= 5 ? { width: height, height: width } : { width, height };

/**
 * Made smaller by WeChat itself: the longer side alone is asked for, the other follows. Android's loses the orientation without
 * turning the picture: where the sides are still as they were stored, what it said before holds.
 */
async function compressed(
  photo: PickedPhoto,
  head: JpegHead,
  { longSide, quality }: { longSide: number; quality: number },
) {
  const side = head.width > head.height ? { compressedWidth: longSide } : { compressedHeight: longSide };
  const { tempFilePath } = await answerOf(Taro.compressImage({ src: photo.path, quality, ...side }));
  const path = await ownCopy(tempFilePath);
  const made: PickedPhoto = { ...photo, path, size: await sizeOf(path) };
  const now = jpegHead(await readHead(made, JPEG_HEAD_BYTES));
  if (!now) {
    throw new Error('no JPEG has come');
  }
  const isStillLying = head.orientation >= 5 && now.width > now.height === head.width > head.height;
  return { photo: made, head: now, orientation: isStillLying ? head.orientation : now.orientation };
}

/** A JPEG that phones cannot decode for a canvas, made smaller first. */
export async function withinTextures(photo: PickedPhoto): Promise<{ photo: PickedPhoto; head: JpegHead | null }> {
  const head = jpegHead(await readHead(photo, JPEG_HEAD_BYTES));
  if (!head || Math.max(head.width, head.height) <= MOST_TEXTURE_SIDE) {
    return { photo, head };
  }
  try {
    const made = await compressed(photo, head, { longSide: MOST_TEXTURE_SIDE, quality: TEXTURE_QUALITY });
    return { photo: made.photo, head: { ...made.head, orientation: made.orientation } };
  } catch {
    return { photo, head };
  }
}

/** The way for a whole photo that has more pixels than a canvas may have. */
export const compressedJpeg = (photo: PickedPhoto, head: JpegHead): JpegWay => ({
  mostSide: MOST_TEXTURE_SIDE,
  async write({ quality, width, height }) {
    const made = await compressed(photo, head, { longSide: Math.max(width, height), quality });
    return { ...made.photo, fileName: 'photo.jpg', ...uprightSize(made.head) };
  },
});
