import { crc32, deflateSync } from 'node:zlib';

export interface OneColourPicture {
  readonly columns: number;
  readonly rows: number;
  /** 0 to 255 for each pixel, row by row. */
  readonly opacity: Uint8Array;
  /** `#rrggbb` */
  readonly colour: string;
  readonly dotsPerInch: number;
}

/**
 * A PNG (W3C PNG) whose palette is one colour in 256 opacities: a third of the size of one with four bytes a pixel,
 * which matters where the signed seal goes on a token. It says its resolution, so that programs place it at its size.
 */
export function encodeOneColourPng({ columns, rows, opacity, colour, dotsPerInch }: OneColourPicture): Buffer {
  // 8 bits a pixel, colour type 3: indices of the palette.
  const header = Buffer.concat([words(columns, rows), Buffer.from([8, 3, 0, 0, 0])]);
  const dotsPerMetre = Math.round((dotsPerInch / 25.4) * 1000);
  const metre = 1;
  const opacities = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('pHYs', Buffer.concat([words(dotsPerMetre, dotsPerMetre), Buffer.from([metre])])),
    chunk('PLTE', Buffer.alloc(256 * 3, colour.slice(1), 'hex')),
    chunk('tRNS', opacities),
    chunk('IDAT', deflateSync(filtered(opacity, columns, rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each row behind the number of its filter: none, which is best for pictures of a palette. */
function filtered(opacity: Uint8Array, columns: number, rows: number): Buffer {
  const bytes = Buffer.alloc(rows * (columns + 1));
  for (let row = 0; row < rows; row += 1) {
    bytes.set(opacity.subarray(row * columns, (row + 1) * columns), row * (columns + 1) + 1);
  }
  return bytes;
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  return Buffer.concat([words(content.length), body, words(crc32(body) >>> 0)]);
}
