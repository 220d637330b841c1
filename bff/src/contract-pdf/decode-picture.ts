import { defaultFormats } from 'jimp';
import { ContractPdfError } from './contract-pdf-error';
import { checkPngHeader, largestInkPicture } from './png-header';

/** Pixels as red, green, blue and opacity, row-major. */
export interface DecodedPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** By the JPEG decoder's own count: 4 megapixels without subsampling need 88 MB. */
const jpegMemoryMB = 128;

// jimp's own decoders without its guessing of formats: what gets to them is known to be one of theirs.
const formats = defaultFormats.map((format) => format());
const pngFormat = formats.find((format) => format.mime === 'image/png');
const jpegFormat = formats.find((format) => format.mime === 'image/jpeg');

/** @throws ContractPdfError `ink_unreadable`: not a PNG, too large (by its header, before decoding), damaged */
export function decodePng(png: Buffer): DecodedPicture {
  checkPngHeader(png);
  try {
    if (!pngFormat) throw new Error('jimp has no PNG format');
    return pngFormat.decode(png);
  } catch (cause) {
    throw damaged(cause);
  }
}

/**
 * A PNG as above, or a JPEG within the same limits, which its decoder looks at before it allocates; not turned by its EXIF.
 * @throws ContractPdfError `ink_unreadable`
 */
export function decodePngOrJpeg(picture: Buffer): DecodedPicture {
  if (!picture.subarray(0, 3).equals(jpegSignature)) return decodePng(picture);
  if (picture.length > largestInkPicture.bytes) {
    throw new ContractPdfError('ink_unreadable', 'The picture is too large a file');
  }
  const options = {
    maxResolutionInMP: largestInkPicture.pixels / 1e6,
    maxMemoryUsageInMB: jpegMemoryMB,
    tolerantDecoding: false,
  };
  try {
    if (!jpegFormat) throw new Error('jimp has no JPEG format');
    return jpegFormat.decode(picture, options);
  } catch (cause) {
    throw damaged(cause);
  }
}

const jpegSignature = Buffer.from('ffd8ff', 'hex');

function damaged(cause: unknown): ContractPdfError {
  const error = new ContractPdfError('ink_unreadable', 'The picture is damaged');
  error.cause = cause;
  return error;
}
