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
  const offsets = [0];
  for (const { bytes } of glyphs) offsets.push((offsets.at(-1) ?? 0) + bytes.length);
  const count = glyphs.length;
  const least = (edge: 'left' | 'bottom') => Math.min(...glyphs.map((glyph) => glyph[edge]));
  const most = (edge: 'right' | 'top' | 'points' | 'contours') => Math.max(...glyphs.map((glyph) => glyph[edge]));
  const box = [least('left'), least('bottom'), most('right'), most('top')];
  const widest = Math.max(...glyphs.map(({ advance }) => advance));
  const metrics = glyphs.flatMap(({ advance, left }) => [advance, left]);
  const [version, magic] = [
    [1, 0],
    [0x5f0f, 0x3cf5],
  ];
  // Version, revision, checksum, magic number, flags, size, two dates, box, style, smallest size, direction, formats.
  const head = [...version, 0, 0, 0, 0, ...magic, 0, unitsPerEm, ...zeros(8), ...box, 0, 8, 2, 1, 0];
  // Ascent, descent, gap, widest, side bearings, extent, upright caret, reserved, format, number of metrics.
  const hhea = [...version, ascent, descent, 0, widest, 0, 0, most('right'), 1, ...zeros(7), count];
  // Points and contours, then those of composite glyphs, one zone, and nothing for instructions.
  const maxp = [...version, count, most('points'), most('contours'), 0, 0, 1, ...zeros(8)];
  return fontFile([
    ['glyf', Buffer.concat(glyphs.map(({ bytes }) => bytes))],
    ['head', words(head)],
    ['hhea', words(hhea)],
    ['hmtx', words(metrics)],
    ['loca', words(offsets.flatMap((offset) => [offset >>> 16, offset & 0xffff]))],
    ['maxp', words(maxp)],
  ]);
}

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

/** Tables in the order of their tags behind a directory of them (OpenType 1.9, Font File). */
function fontFile(tables: readonly (readonly [tag: string, bytes: Buffer])[]): Buffer {
  const power = Math.floor(Math.log2(tables.length));
  const range = 16 * 2 ** power;
  const padded = tables.map(([, bytes]) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]));
  let offset = 12 + 16 * tables.length;
  const directory = tables.map(([tag, bytes], index) => {
    const entry = Buffer.alloc(16);
    const content = padded[index] ?? bytes;
    entry.write(tag, 'latin1');
    entry.writeUInt32BE(checksum(content), 4);
    entry.writeUInt32BE(offset, 8);
    entry.writeUInt32BE(bytes.length, 12);
    offset += content.length;
    return entry;
  });
  const header = words([1, 0, tables.length, range, power, 16 * tables.length - range]);
  return Buffer.concat([header, ...directory, ...padded]);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
