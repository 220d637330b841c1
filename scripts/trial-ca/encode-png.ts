import { PNG } from 'pngjs';

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

/** Without filters: to try all five on each row takes five times as long, and plain pictures become larger by it. */
export const encodePng = ({ width, height, data }: Picture): Buffer =>
  PNG.sync.write(Object.assign(new PNG({ width, height }), { data }), { filterType: 0 });
