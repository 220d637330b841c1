import type { Font } from 'fontkit';
import { trueTypeFile } from './true-type-file';

/** What pdf-lib asks of a subset. */
export interface GlyphSubset {
  /** @returns the glyph's number in the subset */
  includeGlyph(glyph: { id: number }): number;
  encode(): Uint8Array;
}

/** A subset as fontkit makes them, but drawn anew from the outlines, whatever the font's file is like. */
export function subsetOfOutlines(font: Font): GlyphSubset {
  const ids = [0];
  return {
    includeGlyph({ id }) {
      if (!ids.includes(id)) ids.push(id);
      return ids.indexOf(id);
    },
    encode() {
      const glyphs = ids.map((id) => font.getGlyph(id));
      const outlines = glyphs.map(({ advanceWidth, path }) => ({ advance: advanceWidth, commands: path.commands }));
      return trueTypeFile(outlines, font);
    },
  };
}
