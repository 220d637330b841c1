import type { FontFace } from './font-face';
import { add, type DeflateEffort, type ObjectSink, refTo, streamBody, utf16Hex } from './object-sink';
import { trueTypeFile } from './true-type-file';

/** What shows characters of one font. */
export interface EmbeddedFont {
  /** Name in the page's /Font resources, without slash. */
  readonly key: string;
  /** Of another font than the page's: its thin strokes need an outline. */
  readonly outlined: boolean;
  /** What shows a character, in hex; it comes in by that. */
  codeOf(character: string): string;
}

/** A font with the characters that one document shows. */
export interface FontSubset extends EmbeddedFont {
  has(character: string): boolean;
  /** Writes the font's objects. @returns the number of its dictionary */
  write(sink: ObjectSink): number;
}

export interface SubsetOptions {
  readonly key: string;
  /** Keeps the names of a document's subsets apart: six capitals (ISO 32000-1, 9.6.4). */
  readonly tag: string;
  readonly outlined?: boolean;
  /** For its file and map; all that is worth it when absent. */
  readonly effort?: DeflateEffort;
}

/** A glyph's number as two bytes, and what it reads as (UTF-16). */
const hex = (value: number): string => value.toString(16).padStart(4, '0');
const unicodeOf = (character: string): string =>
  character.length === 1 ? hex(character.charCodeAt(0)) : utf16Hex(character);

/** A Type 0 font of a TrueType subset, numbered in the order of first use (ISO 32000-1, 9.7; 9.10.3). */
export function createFontSubset(face: FontFace, { key, tag, outlined = false, effort }: SubsetOptions): FontSubset {
  const numbers = new Map<string, string>();
  return {
    key,
    outlined,
    has: (character) => numbers.has(character),
    codeOf(character) {
      const known = numbers.get(character);
      if (known !== undefined) return known;
      const number = hex(numbers.size + 1);
      numbers.set(character, number);
      return number;
    },
    write(sink) {
      const characters = [...numbers.keys()];
      const glyphs = [face.glyphOf(null), ...characters.map((character) => face.glyphOf(character))];
      const { measures } = face;
      const inEm = (units: number) => Math.round((units * 1000) / measures.unitsPerEm);
      const file = trueTypeFile(glyphs, measures);
      const name = `${tag}+${face.postscriptName}`;
      const fileRef = refTo(add(sink, streamBody(`/Length1 ${file.length}`, file, effort)));
      const descriptor = [
        `<< /Type /FontDescriptor /FontName /${name}`,
        // Symbolic, with serifs (table 123): it has characters beyond the standard Latin set.
        `/Flags 6 /FontBBox [${measures.box.map(inEm).join(' ')}] /ItalicAngle 0 /StemV 80`,
        `/Ascent ${inEm(measures.ascent)} /Descent ${inEm(measures.descent)} /CapHeight ${inEm(measures.capHeight)}`,
        `/FontFile2 ${fileRef} >>`,
      ].join(' ');
      const descendant = [
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDToGIDMap /Identity /DW 1000`,
        '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>',
        `/FontDescriptor ${refTo(add(sink, descriptor))}`,
        `/W [0 [${glyphs.map(({ advance }) => inEm(advance)).join(' ')}]] >>`,
      ].join(' ');
      const unicode = refTo(add(sink, streamBody('', characterMap(characters), effort)));
      return add(
        sink,
        `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${refTo(add(sink, descendant))}] /ToUnicode ${unicode} >>`,
      );
    },
  };
}

/** At most so many mappings stand in one section (Adobe Technical Note 5014). */
const mappingsInSection = 100;

function characterMap(characters: readonly string[]): string {
  const mappings = characters.map((character, index) => `<${hex(index + 1)}> <${unicodeOf(character)}>`);
  const sections: string[] = [];
  for (let from = 0; from < mappings.length; from += mappingsInSection) {
    const section = mappings.slice(from, from + mappingsInSection);
    sections.push(`${section.length} beginbfchar`, ...section, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...sections,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
