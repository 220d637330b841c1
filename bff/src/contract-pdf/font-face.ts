import { readFileSync } from 'node:fs';
import { create, type Path } from 'fontkit';
import { readGlyphTable } from './glyph-table';
import type { FileGlyph, FontMeasures } from './true-type-file';
import { encodeOutline } from './true-type-glyph';

interface PlainGlyph {
  id: number;
  /** Font units, and em. */
  advance: number;
  em: number;
  /** Drawn, and placed by the character map alone. */
  isPlain: boolean;
  /** Made when a file first needs it. */
  inFile?: FileGlyph;
}

/** A font parsed once and used by every document. Widths are in em (1 = the type size). */
export interface FontFace {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly measures: FontMeasures & { readonly capHeight: number; readonly box: readonly number[] };
  /** Advance of one character, in em. */
  widthOf(character: string): number;
  /** Advance of a whole string, in em, without kerning. */
  widthOfText(text: string): number;
  /** Outline of one character in font units. */
  outlineOf(character: string): Path;
  /** Whether a character is drawn, and can be placed by a plain character map. */
  has(character: string): boolean;
  /** Distinct characters that would come out as an empty box, or could not be placed by a plain character map. */
  missingGlyphs(text: string): string[];
  /** One character's glyph, or that of missing ones (`null`), as a file of its own has it. @throws RangeError without one */
  glyphOf(character: string | null): FileGlyph;
}

// Controls, format characters and combining marks need shaping or are invisible: in a contract they are refused.
const unplaceable = /[\p{C}\p{M}\p{Zl}\p{Zp}]/u;

/**
 * Reads a TrueType or WOFF2 file. Text is mapped by `cmap` only: Chinese needs no shaping, and shared glyph objects would say
 * of a glyph only the first character that asked for it.
 */
export function loadFontFace(file: string): FontFace {
  const bytes = readFileSync(file);
  const font = create(bytes);
  if (!('glyphForCodePoint' in font)) {
    throw new Error(`${file} is a font collection, not a single font`);
  }
  const { unitsPerEm, ascent, descent, bbox } = font;
  const glyphs = new Map<string, PlainGlyph>();
  const glyphFor = (character: string): PlainGlyph => {
    let glyph = glyphs.get(character);
    if (!glyph) {
      const { id, advanceWidth } = font.glyphForCodePoint(codePointOf(character));
      glyph = {
        id,
        advance: advanceWidth,
        em: advanceWidth / unitsPerEm,
        isPlain: id !== 0 && !unplaceable.test(character),
      };
      glyphs.set(character, glyph);
    }
    return glyph;
  };
  // WOFF2 has glyphs in another form: they are written anew from their outlines.
  const table = font.type === 'WOFF2' ? null : readGlyphTable(bytes);
  const missing: PlainGlyph = { id: 0, advance: font.getGlyph(0).advanceWidth, em: 0, isPlain: false };
  const widthOf = (character: string) => glyphFor(character).em;
  // Absent in fonts of before OpenType 1.2, whatever the types say.
  const capHeight = font.capHeight || ascent;
  return {
    postscriptName: font.postscriptName,
    unitsPerEm,
    measures: { unitsPerEm, ascent, descent, capHeight, box: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY] },
    widthOf,
    widthOfText: (text) => Array.from(text).reduce((sum, character) => sum + widthOf(character), 0),
    outlineOf: (character) => font.glyphForCodePoint(codePointOf(character)).path,
    has: (character) => glyphFor(character).isPlain,
    missingGlyphs: (text) => missingOf(text, (character) => glyphFor(character).isPlain),
    glyphOf(character) {
      const glyph = character === null ? missing : glyphFor(character);
      const { id, advance } = glyph;
      if (character !== null && id === 0) throw new RangeError('The font has no glyph for a character');
      glyph.inFile ??= { advance, ...(table?.glyph(id) ?? encodeOutline(font.getGlyph(id).path.commands)) };
      return glyph.inFile;
    },
  };
}

/** Distinct characters of a text that are not there. */
export function missingOf(text: string, has: (character: string) => boolean): string[] {
  const missing = new Set<string>();
  for (const character of text) if (!has(character)) missing.add(character);
  return [...missing];
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
