import { type EncodedGlyph, words } from './true-type-glyph';

/** A glyph with its advance, in font units. */
export interface FileGlyph extends EncodedGlyph {
  advance: number;
}

export interface FontMeasures {
  unitsPerEm: number;
  ascent: number;
  descent: number;
}

/**
 * A TrueType file with these glyphs and the tables that a font in a PDF needs (ISO 32000-1, 9.9; no character map: the
 * PDF has that). The first glyph is .notdef.
 */
export function trueTypeFile(glyphs: readonly FileGlyph[], { unitsPerEm, ascent, descent }: FontMeasures): Buffer {
  const count = glyphs.length;
  const [metrics, offsets]: [number[], number[]] = [[], [0, 0]];
  const most = { ...nothing };
  let length = 0;
  for (const { bytes, advance, left, bottom, right, top, points, contours } of glyphs) {
    length += bytes.length;
    offsets.push(length >>> 16, length & 0xffff);
    metrics.push(advance, left);
    most.left = Math.min(most.left, left);
    most.bottom = Math.min(most.bottom, bottom);
    most.right = Math.max(most.right, right);
    most.top = Math.max(most.top, top);
    most.points = Math.max(most.points, points);
    most.contours = Math.max(most.contours, contours);
    most.advance = Math.max(most.advance, advance);
  }
  const box = [most.left, most.bottom, most.right, most.top];
  const [version, magic] = [
    [1, 0],
    [0x5f0f, 0x3cf5],
  ];
  // Version, revision, checksum, magic number, flags, size, two dates, box, style, smallest size, direction, formats.
  const head = [...version, 0, 0, 0, 0, ...magic, 0, unitsPerEm, ...eightZeros, ...box, 0, 8, 2, 1, 0];
  // Ascent, descent, gap, widest, side bearings, extent, upright caret, reserved and format, number of metrics.
  const hhea = [...version, ascent, descent, 0, most.advance, 0, 0, most.right, 1, 0, 0, 0, 0, 0, 0, 0, count];
  // Points and contours, then those of composite glyphs, one zone, and nothing for instructions.
  const maxp = [...version, count, most.points, most.contours, 0, 0, 1, ...eightZeros];
  return fontFile([
    ['glyf', glyphs.map(({ bytes }) => bytes)],
    ['head', [words(head)]],
    ['hhea', [words(hhea)]],
    ['hmtx', [words(metrics)]],
    ['loca', [words(offsets)]],
    ['maxp', [words(maxp)]],
  ]);
}

/** Where the largest of glyphs begins. */
const nothing = {
  left: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  points: 0,
  contours: 0,
  advance: 0,
};

const eightZeros = [0, 0, 0, 0, 0, 0, 0, 0] as const;

/** Tables in the order of their tags behind a directory of them (OpenType 1.9, Font File). */
function fontFile(tables: readonly (readonly [tag: string, parts: readonly Buffer[]])[]): Buffer {
  const power = Math.floor(Math.log2(tables.length));
  const range = 16 * 2 ** power;
  const header = words([1, 0, tables.length, range, power, 16 * tables.length - range]);
  const lengths = tables.map(([, parts]) => parts.reduce((sum, { length }) => sum + length, 0));
  const start = header.length + 16 * tables.length;
  const file = Buffer.alloc(lengths.reduce((sum, length) => sum + padded(length), start));
  header.copy(file);
  let offset = start;
  tables.forEach(([tag, parts], index) => {
    const length = lengths[index] ?? 0;
    let at = offset;
    for (const part of parts) at += part.copy(file, at);
    const entry = header.length + 16 * index;
    file.write(tag, entry, 'latin1');
    file.writeUInt32BE(checksum(file, offset, padded(length)), entry + 4);
    file.writeUInt32BE(offset, entry + 8);
    file.writeUInt32BE(length, entry + 12);
    offset += padded(length);
  });
  return file;
}

const padded = (length: number): number => (length + 3) & ~3;

/** Of big-endian words. */
function checksum(bytes: Uint8Array, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) {
    const [first = 0, second = 0, third = 0, fourth = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
    sum = (sum + ((first << 24) | (second << 16) | (third << 8) | fourth)) | 0;
  }
  return sum >>> 0;
}
