import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Print shops scan and print seals at this. */
const dotsPerInch = 600;
const millimetresPerInch = 25.4;
const dotsPerMetre = Math.round((dotsPerInch / millimetresPerInch) * 1000);

let ready: Promise<void> | undefined;

/**
 * Paints an SVG `width` millimetres wide at 600 dpi on a transparent ground; the PNG says its resolution, so that it is
 * placed at its size. 20 ms for a seal. resvg was chosen because it is one file of WebAssembly inside the package:
 * nothing native to download, the same pixels on every machine.
 */
export async function rasterise(svg: string, width: number): Promise<Buffer> {
  ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await ready;
  const pixels = Math.round((width / millimetresPerInch) * dotsPerInch);
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: pixels }, font: { loadSystemFonts: false } });
  try {
    const image = drawing.render();
    try {
      return withResolution(Buffer.from(image.asPng()));
    } finally {
      image.free();
    }
  } finally {
    // Memory of WebAssembly is not collected.
    drawing.free();
  }
}

/** The end of IHDR, which is always the first chunk and 25 bytes long, after the signature of 8. */
const endOfHeader = 33;

/** Adds a pHYs chunk (W3C PNG, 11.3.4.3), which must stand before the first IDAT. */
function withResolution(png: Buffer): Buffer {
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(dotsPerMetre, 8);
  chunk.writeUInt32BE(dotsPerMetre, 12);
  // The unit: the metre.
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)) >>> 0, 17);
  return Buffer.concat([png.subarray(0, endOfHeader), chunk, png.subarray(endOfHeader)]);
}
