import { encode } from 'uqr';
import type { Colour, ContentWriter } from './content-writer';

const black: Colour = [0, 0, 0];

/** Draws a QR code of `side` points without its quiet zone; a row's dark modules that touch are one rectangle. */
export function drawQrCode(writer: ContentWriter, text: string, x: number, top: number, side: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const module = side / size;
  data.forEach((row, index) => {
    let column = 0;
    while (column < size) {
      const start = column;
      while (row[column]) column += 1;
      if (column > start) {
        writer.box(x + start * module, top - (index + 1) * module, (column - start) * module, module, black);
      }
      column += 1;
    }
  });
}
