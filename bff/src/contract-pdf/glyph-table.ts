import { type EncodedGlyph, words } from './true-type-glyph';

/** The glyphs of a TrueType file as its bytes have them. */
export interface GlyphTable {
  /** @throws RangeError for a glyph that is made of others: subsets take single ones */
  glyph(id: number): EncodedGlyph;
}

const nothing: EncodedGlyph = {
  bytes: Buffer.alloc(0),
  left: 0,
  bottom: 0,
  right: 0,
  top: 0,
  points: 0,
  contours: 0,
};

/**
 * Reads `glyf` by `loca` (OpenType 1.9). Instructions are left out: without the font's own program they mean nothing, and
 * glyphs are drawn at the sizes of print.
 * @throws Error when the file has no such tables
 */
export function readGlyphTable(file: Buffer): GlyphTable {
  const tables = new Map<string, number>();
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const entry = 12 + 16 * index;
    tables.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8));
  }
  const [glyf, loca, head] = ['glyf', 'loca', 'head'].map((tag) => tables.get(tag));
  if (glyf === undefined || loca === undefined || head === undefined) {
    throw new Error('The font has no TrueType outlines');
  }
  const isLong = file.readInt16BE(head + 50) === 1;
  const offsetOf = (id: number) => (isLong ? file.readUInt32BE(loca + 4 * id) : 2 * file.readUInt16BE(loca + 2 * id));
  return {
    glyph(id) {
      const bytes = file.subarray(glyf + offsetOf(id), glyf + offsetOf(id + 1));
      return bytes.length === 0 ? nothing : simpleGlyph(bytes);
    },
  };
}

function simpleGlyph(bytes: Buffer): EncodedGlyph {
  const contours = bytes.readInt16BE(0);
  if (contours < 0) throw new RangeError('A glyph made of others cannot be taken into a subset');
  const [left = 0, bottom = 0, right = 0, top = 0] = [2, 4, 6, 8].map((at) => bytes.readInt16BE(at));
  const afterEnds = 10 + 2 * contours;
  const points = contours === 0 ? 0 : bytes.readUInt16BE(afterEnds - 2) + 1;
  const outline = bytes.subarray(afterEnds + 2 + bytes.readUInt16BE(afterEnds));
  const plain = Buffer.concat([bytes.subarray(0, afterEnds), words([0]), outline]);
  const padded = Buffer.concat([plain, Buffer.alloc(-plain.length & 3)]);
  return { bytes: padded, left, bottom, right, top, points, contours };
}
