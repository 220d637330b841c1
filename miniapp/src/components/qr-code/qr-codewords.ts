import { errorCorrection } from './galois-field';
import { dataCodewordsOf, QR_VERSIONS, type QrVersion } from './qr-versions';

const BYTE_MODE = 0b0100;
const PADDING = [0xec, 0x11] as const;

/** UTF-8 without TextEncoder, which the mini-program lacks. */
export function utf8Bytes(text: string): number[] {
  return Array.from(encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/g), ([, hex, character]) =>
    hex === undefined ? (character ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  );
}

const lengthBits = ({ version }: QrVersion): number => (version < 10 ? 8 : 16);

/** The smallest version whose data part holds `byteCount` bytes; throws RangeError beyond version 15 (412 bytes). */
export function versionFor(byteCount: number): QrVersion {
  const fitting = QR_VERSIONS.find(
    (candidate) => 4 + lengthBits(candidate) + byteCount * 8 <= dataCodewordsOf(candidate) * 8,
  );
  if (!fitting) {
    throw new RangeError(`${byteCount} bytes do not fit into a QR code of version 15`);
  }
  return fitting;
}

/** Mode, length, bytes, terminator and padding as codewords (ISO/IEC 18004, 7.4). */
export function dataCodewords(bytes: readonly number[], version: QrVersion): number[] {
  const total = dataCodewordsOf(version);
  const bits: number[] = [];
  const push = (value: number, width: number) => {
    for (let bit = width - 1; bit >= 0; bit -= 1) {
      bits.push((value >> bit) & 1);
    }
  };
  push(BYTE_MODE, 4);
  push(bytes.length, lengthBits(version));
  for (const byte of bytes) {
    push(byte, 8);
  }
  push(0, Math.min(4, total * 8 - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);

  const codewords: number[] = [];
  for (let start = 0; start < bits.length; start += 8) {
    codewords.push(Number.parseInt(bits.slice(start, start + 8).join(''), 2));
  }
  for (let index = 0; codewords.length < total; index += 1) {
    codewords.push(PADDING[index % 2] ?? 0);
  }
  return codewords;
}

const interleave = (blocks: readonly (readonly number[])[]): number[] => {
  const longest = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: longest }, (_, index) => index).flatMap((index) =>
    blocks.map((block) => block[index]).filter((codeword) => codeword !== undefined),
  );
};

/** Data split into blocks, each followed by its error correction, in the order in which they are drawn (7.6). */
export function finalCodewords(data: readonly number[], { groups, correctionPerBlock }: QrVersion): number[] {
  const lengths = groups.flatMap(({ count, dataCodewords: length }) => new Array<number>(count).fill(length));
  let start = 0;
  const blocks = lengths.map((length) => {
    const block = data.slice(start, start + length);
    start += length;
    return block;
  });
  return [...interleave(blocks), ...interleave(blocks.map((block) => errorCorrection(block, correctionPerBlock)))];
}
