import { findCard, type ImageMediaType, lumaPlane, measurePhoto, picturePrint } from '@acceptance/shared';
import type { PhotoLook } from './image-facts';
import { openPhoto } from './open-photo';
import { hasAnnouncedPixelData, upToPngEnd } from './png-pixel-data';

/** A photo whose header was read and found within the caps. */
export interface PhotoToDecode {
  readonly bytes: Uint8Array;
  readonly mediaType: ImageMediaType;
  readonly width: number;
  readonly height: number;
  readonly maxPixels: number;
}

/** `null` when the bytes are no picture of the announced type and size. */
export type DecodedPhoto = { readonly width: number; readonly height: number; readonly look: PhotoLook } | null;

/** EXIF orientation is applied by the decoder and may swap the sides. */
const hasAnnouncedSize = (photo: PhotoToDecode, { width, height }: { width: number; height: number }): boolean =>
  (width === photo.width && height === photo.height) || (width === photo.height && height === photo.width);

/** Decodes the whole picture and measures it. It blocks its thread for up to seconds: run it in a worker. */
export default async function decodePhoto(photo: PhotoToDecode): Promise<DecodedPhoto> {
  const given = Buffer.from(photo.bytes.buffer, photo.bytes.byteOffset, photo.bytes.byteLength);
  const bytes = photo.mediaType === 'image/png' ? upToPngEnd(given) : given;
  if (photo.mediaType === 'image/png' && !hasAnnouncedPixelData(bytes)) {
    return null;
  }
  try {
    const image = await openPhoto(bytes, { maxPixels: photo.maxPixels });
    const { width, height, data } = image.bitmap;
    if (image.mediaType !== photo.mediaType || !hasAnnouncedSize(photo, image.bitmap)) {
      return null;
    }
    const plane = lumaPlane({ width, height, data });
    const look = { measures: measurePhoto(plane), card: findCard(plane), print: picturePrint(plane) };
    return { width, height, look };
  } catch {
    return null;
  }
}
