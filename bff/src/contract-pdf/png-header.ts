import { ContractPdfError } from './contract-pdf-error';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** Pictures that are more are not decoded. */
export const largestInkPicture = { bytes: 4 * 1024 * 1024, pixels: 4_000_000, side: 6000 } as const;

/**
 * Reads the size from a PNG's IHDR and refuses what would be costly to decode. Decoders allocate by this header, so it
 * is looked at before any of them runs. Interlaced pictures are refused: the decoder inflates them without a limit.
 * @returns pixels
 * @throws ContractPdfError `ink_unreadable` (W3C PNG, 11.2.1)
 */
export function checkPngHeader(png: Buffer): { width: number; height: number } {
  const isPng =
    png.length > 33 &&
    png.subarray(0, 8).equals(signature) &&
    png.readUInt32BE(8) === 13 &&
    png.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng) throw new ContractPdfError('ink_unreadable', 'The signature is not a PNG picture');
  if (png.length > largestInkPicture.bytes)
    throw new ContractPdfError('ink_unreadable', 'The signature picture is too large a file');
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const interlaced = png.readUInt8(28) !== 0;
  const { pixels, side } = largestInkPicture;
  if (width === 0 || height === 0 || Math.max(width, height) > side || width * height > pixels) {
    throw new ContractPdfError('ink_unreadable', `A signature of ${width} × ${height} pixels is not accepted`);
  }
  if (interlaced) throw new ContractPdfError('ink_unreadable', 'Interlaced pictures are not accepted');
  return { width, height };
}
