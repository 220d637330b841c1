import { encode } from 'uqr';
import type { Colour, ContentWriter } from './content-writer';

const black: Colour = [0, 0, 0];

/**
 * Draws a QR code of `side` points without its quiet zone (ISO/IEC 18004). Always by the same mask: to weigh all eight costs more than
 * the rest of a contract, and readers take any.
 */
export function drawQrCode(writer: ContentWriter, text: string, x: number, top: number, side: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern: 3 });
  const rowBytes = Math.ceil(size / 8);
  const bits = Buffer.alloc(rowBytes * size);
  data.forEach((row, y) => {
    row.forEach((isDark, column) => {
      const at = y * rowBytes + (column >> 3);
      if (isDark) bits[at] = (bits[at] ?? 0) | (0x80 >> (column & 7));
    });
  });
  writer.stencil({ bits, width: size, height: size }, [x, top - side, side, side], black);
}
