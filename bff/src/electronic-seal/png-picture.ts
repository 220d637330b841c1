import { crc32, inflateSync } from 'node:zlib';
import { checkPngHeader } from '../contract-pdf/png-header';

const signatureLength = 8;
/** Length, type and checksum. */
const frameLength = 12;
/** Samples of a pixel by colour type (W3C PNG, 11.2.1). */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const lastFilter = 4;

/**
 * Whether a PNG can be shown: its header within bounds, every checksum right, the pixels whole. Bounded work: what the
 * header says is what is inflated at most.
 */
export function isReadablePng(png: Buffer): boolean {
  try {
    const { width, height } = checkPngHeader(png);
    const [bits, type] = [png.readUInt8(24), png.readUInt8(25)];
    const rowBytes = Math.ceil((width * (samples[type] ?? Number.NaN) * bits) / 8) + 1;
    const pixels = inflateSync(pixelChunks(png), { maxOutputLength: rowBytes * height });
    if (pixels.length !== rowBytes * height) return false;
    for (let at = 0; at < pixels.length; at += rowBytes) {
      if ((pixels[at] ?? 0) > lastFilter) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** The joined contents of IDAT. @throws Error for a chunk that is damaged, or a file that does not end with IEND */
function pixelChunks(png: Buffer): Buffer {
  const found: Buffer[] = [];
  for (let at = signatureLength; at + frameLength <= png.length; ) {
    const length = png.readUInt32BE(at);
    const end = at + frameLength + length;
    const body = png.subarray(at + 4, end - 4);
    if (end > png.length || crc32(body) !== png.readUInt32BE(end - 4)) throw new Error('A damaged chunk');
    const type = body.toString('latin1', 0, 4);
    if (type === 'IDAT') found.push(body.subarray(4));
    if (type === 'IEND' && end === png.length) return Buffer.concat(found);
    at = end;
  }
  throw new Error('No end');
}
