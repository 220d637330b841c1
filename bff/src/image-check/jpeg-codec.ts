import { readFileSync } from 'node:fs';
import type { MozJPEGModule as Decoder } from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import type { MozJPEGModule as Encoder } from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js';
import { createWasmCodec } from './wasm-codec';

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

const useDecoder = createWasmCodec<Decoder>(
  () => readFileSync(require.resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm')),
  () => import('@jsquash/jpeg/codec/dec/mozjpeg_dec.js'),
);
const useEncoder = createWasmCodec<Encoder>(
  () => readFileSync(require.resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm')),
  () => import('@jsquash/jpeg/codec/enc/mozjpeg_enc.js'),
);

/**
 * Decodes a JPEG upright, with mozjpeg in WebAssembly: a fifth of the time that a decoder in JavaScript takes. Damaged scans are
 * refused, not filled with grey.
 * @throws UnsupportedColours, Error with what mozjpeg says
 */
export const decodeJpeg = (jpeg: Uint8Array): Promise<Pixels> =>
  useDecoder((codec, said) => {
    let pixels: Pixels | null = null;
    let failure: string | undefined;
    try {
      const decoded = codec.decode(new Uint8Array(jpeg), true);
      if (decoded) {
        const { width, height, data } = decoded;
        pixels = { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
      }
    } catch (cause) {
      failure = String(cause);
    }
    const objection = said.find((line) => !HARMLESS.test(line)) ?? failure;
    if (objection && /color conversion/.test(objection)) {
      throw new UnsupportedColours(objection);
    }
    if (!pixels || objection) {
      throw new Error(objection ?? 'the picture could not be decoded');
    }
    return pixels;
  });

/** A baseline JPEG; `quality` of a hundred. */
export async function encodeJpeg({ width, height, data }: Pixels, quality: number): Promise<Uint8Array> {
  const { defaultOptions } = await import('@jsquash/jpeg/meta.js');
  // 0: the tables of the JPEG standard. Quality means with them what it means everywhere.
  const options = { ...defaultOptions, quality, progressive: false, quant_table: 0 };
  const clamped = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  return useEncoder((codec) => codec.encode(clamped, width, height, options));
}
