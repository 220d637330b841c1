import { readFileSync } from 'node:fs';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, opacity, row by row. */
  readonly data: Uint8Array;
}

/** CMYK, as scanners write it: mozjpeg reads no picture of four colours. */
export class UnsupportedColours extends Error {
  override readonly name = 'UnsupportedColours';
}

/** What mozjpeg tells first of a file that it would rather not refuse. */
const HARMLESS = /extraneous bytes before marker/;

const compiled = new Map<string, WebAssembly.Module>();

/** How a codec finds its code, compiled once in a thread. */
function codeIn(file: string) {
  const module = compiled.get(file) ?? new WebAssembly.Module(readFileSync(file));
  compiled.set(file, module);
  return {
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  };
}

/**
 * Decodes a JPEG upright, with mozjpeg in WebAssembly: a fifth of the time that a decoder in JavaScript takes. Each has an instance of
 * its own, so that its memory goes with it, and one that broke off breaks no other. Damaged scans are refused, not filled with grey.
 * @throws UnsupportedColours, Error with what mozjpeg says
 */
export async function decodeJpeg(jpeg: Uint8Array): Promise<Pixels> {
  const { default: decode, init } = await import('@jsquash/jpeg/decode.js');
  const said: string[] = [];
  const options = {
    ...codeIn(require.resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm')),
    printErr: (line: string) => said.push(line),
  };
  await init(options);
  const own = new Uint8Array(jpeg);
  let pixels: Pixels | null = null;
  try {
    const { width, height, data } = await decode(own.buffer, { preserveOrientation: true });
    pixels = { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
  } catch (cause) {
    said.push(String(cause));
  }
  const objection = said.find((line) => !HARMLESS.test(line));
  if (objection && /color conversion/.test(objection)) {
    throw new UnsupportedColours(objection);
  }
  if (!pixels || objection) {
    throw new Error(objection ?? 'the picture could not be decoded');
  }
  return pixels;
}

/** A baseline JPEG; `quality` of a hundred. */
export async function encodeJpeg({ width, height, data }: Pixels, quality: number): Promise<Uint8Array> {
  const { default: encode, init } = await import('@jsquash/jpeg/encode.js');
  await init(codeIn(require.resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm')));
  const clamped = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  const picture: ImageData = { width, height, data: clamped, colorSpace: 'srgb' };
  // 0: the tables of the JPEG standard. Quality means with them what it means everywhere.
  return new Uint8Array(await encode(picture, { quality, progressive: false, quant_table: 0 }));
}
