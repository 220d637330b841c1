import { ContractPdfError } from './contract-pdf-error';
import type { InkMask } from './contract-types';

/** Tells a stored mask from a picture, and this layout from a later one. */
const mark = Buffer.from('INK1', 'latin1');
/** The mark, then width, height and number of ink pixels, 32 bits each, big-endian; the deflated alpha follows. */
const headLength = mark.length + 3 * 4;

/** Pixels; such a mask prints at more than 400 dpi in the contract's box. */
export const largestInkSide = 1000;

/** An ink mask as one piece of bytes, to be stored. */
export function writeInkMask({ width, height, inkPixels, deflatedAlpha }: InkMask): Buffer {
  const head = Buffer.alloc(headLength);
  mark.copy(head);
  [width, height, inkPixels].forEach((value, index) => {
    head.writeUInt32BE(value, mark.length + index * 4);
  });
  return Buffer.concat([head, deflatedAlpha]);
}

/**
 * The mask that `writeInkMask` wrote. Whether its alpha is whole is the renderer's to check.
 * @throws ContractPdfError `ink_unreadable`
 */
export function readInkMask(bytes: Buffer): InkMask {
  if (bytes.length <= headLength || !bytes.subarray(0, mark.length).equals(mark)) {
    throw new ContractPdfError('ink_unreadable', 'The stored signature is damaged');
  }
  const numberAt = (index: number) => bytes.readUInt32BE(mark.length + index * 4);
  const [width, height, inkPixels] = [numberAt(0), numberAt(1), numberAt(2)];
  // Whoever inflates it allocates by these.
  if (Math.max(width, height) > largestInkSide) {
    throw new ContractPdfError('ink_unreadable', 'The stored signature is larger than any that was made');
  }
  return { width, height, inkPixels, deflatedAlpha: bytes.subarray(headLength) };
}
