import { crc32, deflateSync } from 'node:zlib';

/** 8-bit RGBA pixels, row-major. */
export interface Picture {
  width: number;
  height: number;
  data: Buffer;
}

/** A picture of one colour, given as 0xRRGGBBAA. */
export function plainPicture(width: number, height: number, colour: number): Picture {
  const data = Buffer.alloc(width * height * 4);
  const pixel = Buffer.alloc(4);
  pixel.writeUInt32BE(colour >>> 0);
  data.fill(pixel);
  return { width, height, data };
}

/** The plainest PNG there is: RGBA, no filters, one IDAT chunk (W3C PNG, 5 and 11). */
export function encodePng({ width, height, data }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a sample, colour type 6: red, green, blue, alpha.
  header.writeUInt8(8, 8);
  header.writeUInt8(6, 9);
  const rows = Buffer.alloc(height * (width * 4 + 1));
  for (let y = 0; y < height; y += 1) {
    data.copy(rows, y * (width * 4 + 1) + 1, y * width * 4, (y + 1) * width * 4);
  }
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
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
