import { correction, generate, mode } from 'lean-qr';
import type { Colour, ContentWriter } from './content-writer';

const black: Colour = '0 0 0';

/** Takes a third less room. */
const alphaNumeric = /^[0-9A-Z $%*+./:-]*$/;

/**
 * Draws a QR code of `side` points without its quiet zone (ISO/IEC 18004). Always by the same mask: to weigh all eight costs more than
 * the rest of a contract, and readers take any.
 */
export function drawQrCode(writer: ContentWriter, text: string, x: number, top: number, side: number): void {
  const content = alphaNumeric.test(text) ? mode.alphaNumeric(text) : mode.bytes(Buffer.from(text));
  const code = generate(content, {
    minCorrectionLevel: correction.M,
    maxCorrectionLevel: correction.M,
    mask: 3,
  });
  const { size } = code;
  const rowBytes = Math.ceil(size / 8);
  const bits = Buffer.alloc(rowBytes * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const at = row * rowBytes + (column >> 3);
      if (code.get(column, row)) bits[at] = (bits[at] ?? 0) | (0x80 >> (column & 7));
    }
  }
  writer.stencil({ bits, width: size, height: size }, [x, top - side, side, side], black);
}
