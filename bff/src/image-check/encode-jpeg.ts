import { readFileSync } from 'node:fs';
import start from '@cornerstonejs/codec-libjpeg-turbo-8bit/wasmjs';
import type { Pixels } from './decode-jpeg';

const open = async () => {
  const wasmBinary = readFileSync(require.resolve('@cornerstonejs/codec-libjpeg-turbo-8bit/wasm'));
  const { JPEGEncoder } = await start({ wasmBinary });
  return new JPEGEncoder();
};

/** What it begins with; one that has met a larger picture is given back to the system. */
const USUAL_BYTES = 50 * 1024 * 1024;
let kept: ReturnType<typeof open> | undefined;

/** Opaque pixels as three bytes each. */
function copyColours(pixels: Uint8Array, into: Uint8Array): void {
  for (let from = 0, to = 0; to < into.length; from += 4, to += 3) {
    into[to] = pixels[from] as number;
    into[to + 1] = pixels[from + 1] as number;
    into[to + 2] = pixels[from + 2] as number;
  }
}

/**
 * A baseline JPEG of opaque pixels, with the tables of the JPEG standard; `quality` of a hundred. By libjpeg-turbo in WebAssembly: a
 * quarter of the time of mozjpeg, which weighs every coefficient for some per cent of size. It is given nothing but pixels, so one
 * instance serves a thread for good; they are wiped out behind each picture.
 */
export async function encodeJpeg({ width, height, data }: Pixels, quality: number): Promise<Uint8Array> {
  kept ??= open();
  const frame = { width, height, bitsPerSample: 8, componentCount: 3, isSigned: false } as const;
  try {
    const encoder = await kept;
    encoder.setProgressive(false);
    encoder.setQuality(quality);
    copyColours(data, encoder.getDecodedBuffer(frame));
    encoder.encode();
    const encoded = encoder.getEncodedBuffer();
    const jpeg = encoded.slice();
    encoded.fill(0);
    encoder.getDecodedBuffer(frame).fill(0);
    if (encoded.buffer.byteLength > USUAL_BYTES) kept = undefined;
    return jpeg;
  } catch (cause) {
    kept = undefined;
    throw cause;
  }
}
