import { readFileSync } from 'node:fs';
import { create, type Font, type Path } from 'fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import { subsetOfOutlines } from './subset-of-outlines';

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0];
type EmbeddableFont = ReturnType<Fontkit['create']>;

interface PlainGlyph {
  id: number;
  codePoints: number[];
  advanceWidth: number;
}

/** A font parsed once and used by every document. Widths are in em (1 = the type size). */
export interface FontFace {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  /** Advance of one character, in em. */
  widthOf(character: string): number;
  /** Advance of a whole string, in em, without kerning. */
  widthOfText(text: string): number;
  /** Outline of one character in font units. */
  outlineOf(character: string): Path;
  /** Distinct characters that would come out as an empty box, or could not be placed by a plain character map. */
  missingGlyphs(text: string): string[];
  /** Embeds a subset of this font; `name` becomes its base font name, so give each subset of a document its own. */
  embedSubset(document: PDFDocument, name: string): Promise<PDFFont>;
}

// Controls, format characters and combining marks need shaping or are invisible: in a contract they are refused.
const unplaceable = /[\p{C}\p{M}\p{Zl}\p{Zp}]/u;

/**
 * Reads a TrueType or WOFF2 file. pdf-lib expects the older fontkit 1 interface, whose CJK subsets lose glyphs silently; this is
 * fontkit 2 behind the few members pdf-lib touches. Text is mapped by `cmap` only: Chinese needs no shaping, and glyph
 * objects of our own keep the character each one stands for, so that text can be copied out of every document.
 */
export function loadFontFace(file: string): FontFace {
  const font = create(readFileSync(file));
  if (!('glyphForCodePoint' in font)) {
    throw new Error(`${file} is a font collection, not a single font`);
  }
  const glyphs = new Map<number, PlainGlyph>();
  const glyphFor = (codePoint: number): PlainGlyph => {
    let glyph = glyphs.get(codePoint);
    if (!glyph) {
      const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
      glyph = { id, advanceWidth, codePoints: [codePoint] };
      glyphs.set(codePoint, glyph);
    }
    return glyph;
  };
  const layout = (text: string) => ({ glyphs: Array.from(text, (character) => glyphFor(codePointOf(character))) });
  const embeddable = embeddableFont(font, layout);
  const widthOf = (character: string) => glyphFor(codePointOf(character)).advanceWidth / font.unitsPerEm;
  return {
    postscriptName: font.postscriptName,
    unitsPerEm: font.unitsPerEm,
    widthOf,
    widthOfText: (text) => Array.from(text).reduce((sum, character) => sum + widthOf(character), 0),
    outlineOf: (character) => font.glyphForCodePoint(codePointOf(character)).path,
    missingGlyphs: (text) =>
      Array.from(new Set(text)).filter(
        (character) => unplaceable.test(character) || glyphFor(codePointOf(character)).id === 0,
      ),
    embedSubset: (document, name) => {
      document.registerFontkit({ create: () => embeddable });
      // The bytes are never looked at: `create` above answers with the font parsed already.
      return document.embedFont(new Uint8Array(), { subset: true, customName: name });
    },
  };
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** The members pdf-lib 1.17.1 reads (core/embedders/CustomFont*Embedder, FontFlags), nothing more. */
function embeddableFont(font: Font, layout: (text: string) => { glyphs: PlainGlyph[] }): EmbeddableFont {
  const members = {
    postscriptName: font.postscriptName,
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    capHeight: font.capHeight,
    xHeight: font.xHeight,
    italicAngle: font.italicAngle,
    bbox: font.bbox,
    characterSet: font.characterSet,
    'OS/2': { sFamilyClass: font['OS/2'].sFamilyClass },
    post: { isFixedPitch: false },
    head: { macStyle: { italic: false } },
    layout,
    createSubset: () => {
      // fontkit copies glyphs as the file has them; WOFF2 has them in another form.
      const subset = font.type === 'WOFF2' ? subsetOfOutlines(font) : font.createSubset();
      return {
        includeGlyph: subset.includeGlyph.bind(subset),
        encodeStream: () => streamOf(() => subset.encode()),
      };
    },
  };
  return members as unknown as EmbeddableFont;
}

/** fontkit 2 encodes in one call; pdf-lib listens for `data` and `end`. */
function streamOf(encode: () => Uint8Array) {
  const stream = {
    on(event: 'data' | 'end' | 'error', listener: (data: Uint8Array) => unknown) {
      if (event === 'data') listener(encode());
      if (event === 'end') listener(new Uint8Array());
      return stream;
    },
  };
  return stream;
}
