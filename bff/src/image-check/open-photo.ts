import { MAX_IMAGE_PIXELS } from '@acceptance/shared';
import { Jimp } from 'jimp';
import { decodeJpeg, type Pixels, UnsupportedColours } from './decode-jpeg';

/** Of the JPEG decoder in JavaScript, by its own count: 16 megapixels of CMYK need 448 MB. */
const JPEG_MEMORY_MB = 512;
const JPEG_START = Buffer.from('ffd8ff', 'hex');

export interface OpenedPhoto {
  readonly mediaType: string;
  readonly bitmap: Pixels;
}

async function openByJimp(bytes: Buffer, maxPixels: number): Promise<OpenedPhoto> {
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

/**
 * Decodes a picture upright: its EXIF orientation is applied. Blocks its thread for up to seconds. Rejects what is damaged. Whoever
 * calls has found its size by its header.
 */
export async function openPhoto(
  bytes: Buffer,
  { maxPixels = MAX_IMAGE_PIXELS }: { readonly maxPixels?: number } = {},
): Promise<OpenedPhoto> {
  if (!bytes.subarray(0, JPEG_START.length).equals(JPEG_START)) {
    return openByJimp(bytes, maxPixels);
  }
  try {
    return { mediaType: 'image/jpeg', bitmap: await decodeJpeg(bytes) };
  } catch (error) {
    if (error instanceof UnsupportedColours) {
      return openByJimp(bytes, maxPixels);
    }
    throw error;
  }
}
