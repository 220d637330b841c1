import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { solidInk } from './alpha-picture';
import type { InkMask } from './contract-types';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** The ink black on white, as the contract prints it: a PNG of one bit a pixel (W3C PNG, 11.2). */
export function inkAsPng({ width, height, deflatedAlpha }: InkMask): Buffer {
  const alpha = inflateSync(deflatedAlpha, { maxOutputLength: width * height });
  const rowBytes = 1 + Math.ceil(width / 8);
  // Of one bit a pixel 1 is white; each row begins with its filter, 0: none.
  const rows = Buffer.alloc(rowBytes * height, 0xff);
  for (let y = 0; y < height; y += 1) {
    rows[y * rowBytes] = 0;
    for (let x = 0; x < width; x += 1) {
      if ((alpha[y * width + x] ?? 0) < solidInk) continue;
      const at = y * rowBytes + 1 + (x >> 3);
      rows[at] = (rows[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(1, 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  return framed;
}
