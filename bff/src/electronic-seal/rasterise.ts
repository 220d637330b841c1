import { readFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { encodeOneColourPng } from './one-colour-png';

/** Print shops scan and print seals at this. */
const dotsPerInch = 600;
const millimetresPerInch = 25.4;

let ready: Promise<void> | undefined;

/**
 * Paints an SVG of one colour, `width` millimetres wide, at 600 dpi on a transparent ground, as a PNG. resvg was chosen
 * because it is one file of WebAssembly inside the package: nothing native to download, the same pixels on every machine.
 */
export async function rasterise(svg: string, width: number, colour: string): Promise<Buffer> {
  ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await ready;
  const pixels = Math.round((width / millimetresPerInch) * dotsPerInch);
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: pixels }, font: { loadSystemFonts: false } });
  try {
    const image = drawing.render();
    try {
      const { width: columns, height: rows, pixels: rgba } = image;
      const opacity = new Uint8Array(columns * rows);
      // A loop: `from` with a function takes four times as long for a million pixels.
      for (let index = 0; index < opacity.length; index += 1) opacity[index] = rgba[index * 4 + 3] ?? 0;
      return encodeOneColourPng({ columns, rows, opacity, colour, dotsPerInch });
    } finally {
      image.free();
    }
  } finally {
    // Memory of WebAssembly is not collected.
    drawing.free();
  }
}
