import { MAX_IMAGE_PIXELS } from '@acceptance/shared';
import { Jimp } from 'jimp';

/** Of the JPEG decoder, by its own count: 16 megapixels without subsampling need 352 MB, CMYK 448 MB. */
const JPEG_MEMORY_MB = 512;

export interface OpenedPhoto {
  readonly mediaType: string;
  readonly bitmap: { readonly width: number; readonly height: number; readonly data: Uint8Array };
}

/** Decodes a picture upright: its EXIF orientation is applied. Blocks its thread for up to seconds. Rejects what is damaged. */
export async function openPhoto(
  bytes: Buffer,
  { maxPixels = MAX_IMAGE_PIXELS }: { readonly maxPixels?: number } = {},
): Promise<OpenedPhoto> {
  // fromBuffer only: Jimp.read would also fetch addresses and open files.
  const { bitmap, mime } = await Jimp.fromBuffer(bytes, {
    'image/jpeg': {
      maxResolutionInMP: maxPixels / 1e6,
      maxMemoryUsageInMB: JPEG_MEMORY_MB,
      tolerantDecoding: false,
    },
  });
  return { mediaType: mime ?? '', bitmap };
}
