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
  /** And of one that is given by its code point. */
  widthAt(code: number): number;
  /** Advance of a whole string, in em, without kerning. */
  widthOfText(text: string): number;
  /** Outline of one character in font units. */
  outlineOf(character: string): Path;
  /** Whether a character is drawn, and can be placed by a plain character map; by its code point. */
  has(code: number): boolean;
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
  const glyphs = new Map<number, PlainGlyph>();
  const glyphAt = (code: number): PlainGlyph => {
    let glyph = glyphs.get(code);
    if (!glyph) {
      const { id, advanceWidth } = font.glyphForCodePoint(code);
      glyph = {
        id,
        advance: advanceWidth,
        em: advanceWidth / unitsPerEm,
        isPlain: id !== 0 && !unplaceable.test(String.fromCodePoint(code)),
      };
      glyphs.set(code, glyph);
    }
    return glyph;
  };
  // WOFF2 has glyphs in another form: they are written anew from their outlines.
  const table = font.type === 'WOFF2' ? null : readGlyphTable(bytes);
  const missing: PlainGlyph = { id: 0, advance: font.getGlyph(0).advanceWidth, em: 0, isPlain: false };
  const widthAt = (code: number) => glyphAt(code).em;
  const has = (code: number) => glyphAt(code).isPlain;
  // Absent in fonts of before OpenType 1.2, whatever the types say.
  const capHeight = font.capHeight || ascent;
  return {
    postscriptName: font.postscriptName,
    unitsPerEm,
    measures: { unitsPerEm, ascent, descent, capHeight, box: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY] },
    widthOf: (character) => widthAt(codePointOf(character)),
    widthAt,
    widthOfText: (text) => widthOfAll(text, widthAt),
    outlineOf: (character) => font.glyphForCodePoint(codePointOf(character)).path,
    has,
    missingGlyphs: (text) => missingOf(text, has),
    glyphOf(character) {
      const glyph = character === null ? missing : glyphAt(codePointOf(character));
      const { id, advance } = glyph;
      if (character !== null && id === 0) throw new RangeError('The font has no glyph for a character');
      glyph.inFile ??= { advance, ...(table?.glyph(id) ?? encodeOutline(font.getGlyph(id).path.commands)) };
      return glyph.inFile;
    },
  };
}

export function codePointsOf(text: string): number[] {
  const codes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    codes.push(code);
    if (code > 0xffff) at += 1;
  }
  return codes;
}

export const codePointOf = (character: string): number => character.codePointAt(0) ?? 0;

export function widthOfAll(text: string, widthAt: (code: number) => number): number {
  let sum = 0;
  for (const code of codePointsOf(text)) sum += widthAt(code);
  return sum;
}

/** Distinct characters of a text that are not there. */
export function missingOf(text: string, has: (code: number) => boolean): string[] {
  const missing = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (!has(code)) missing.add(code);
    if (code > 0xffff) at += 1;
  }
  return Array.from(missing, (code) => String.fromCodePoint(code));
}
