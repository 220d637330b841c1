import { deflateSync, inflateSync } from 'node:zlib';
import type { InkMask } from './contract-types';
import type { EmbeddedFont } from './font-subset';
import { add, type ObjectSink, refTo, streamBody, utf16Hex } from './object-sink';
import { pdfNumbers } from './pdf-numbers';

/** Where an ideograph stands in its cell, in thousandths of an em: its height, and its middle above the baseline. */
const glyphHeight = 910;
const glyphMiddle = 381;
const bearing = 42;
/** Cards set the characters of short names apart; without more room they would be printed small. */
const mostApart = 1.7;

export interface PictureFont extends EmbeddedFont {
  /** Width of the picture. */
  readonly em: number;
  /** @returns the number of its dictionary */
  write(sink: ObjectSink): number;
}

/**
 * A font with one glyph, the picture of a text, as wide as its characters would be (`em`), or wider where they stand apart in it (ISO 32000-1, 9.6.5): where the text
 * is shown, the picture is painted in the text's colour, and who copies it gets the text.
 */
export function createPictureFont(
  key: string,
  { text, mask, em }: { readonly text: string; readonly mask: InkMask; readonly em: number },
): PictureFont {
  const asHigh = (glyphHeight * mask.width) / mask.height + 2 * bearing;
  const width = Math.round(Math.max(em * 1000, Math.min(asHigh, em * 1000 * mostApart)));
  return {
    key,
    outlined: true,
    codeOf: () => '01',
    em: width / 1000,
    write: (sink) => writePictureFont(sink, { text, mask, width }),
  };
}

function writePictureFont(
  sink: ObjectSink,
  { text, mask, width }: { readonly text: string; readonly mask: InkMask; readonly width: number },
): number {
  const scale = Math.min((width - 2 * bearing) / mask.width, glyphHeight / mask.height);
  const [w, h] = [mask.width * scale, mask.height * scale];
  const bottom = glyphMiddle - h / 2;
  const glyph = `${pdfNumbers(width, 0, 0, bottom, width, bottom + h)} d1 ${pdfNumbers(w, 0, 0, h, bearing, bottom)} cm /P Do`;
  const stream = (content: string) => refTo(add(sink, streamBody('', content)));
  const box = [0, Math.floor(bottom), width, Math.ceil(bottom + h)];
  // The second glyph is never shown: poppler judges by the width of an m how large the others are, and what to select.
  return add(
    sink,
    [
      `<< /Type /Font /Subtype /Type3 /FontBBox [${box.join(' ')}] /FontMatrix [0.001 0 0 0.001 0 0]`,
      `/FirstChar 1 /LastChar 2 /Widths [${width} 600] /Encoding << /Type /Encoding /Differences [1 /text /m] >>`,
      `/CharProcs << /text ${stream(glyph)} /m ${stream('600 0 d0')} >>`,
      `/Resources << /XObject << /P ${refTo(add(sink, stencil(mask)))} >> >>`,
      `/ToUnicode ${stream(characterMap(text))} >>`,
    ].join(' '),
  );
}

/** Bits that paint where the ink is solid. */
function stencil({ width, height, deflatedAlpha }: InkMask): string | Buffer {
  const alpha = inflateSync(deflatedAlpha, { maxOutputLength: width * height });
  const rowBytes = Math.ceil(width / 8);
  const bits = Buffer.alloc(rowBytes * height);
  for (const [index, value] of alpha.entries()) {
    if (value < 128) continue;
    const x = index % width;
    const at = Math.floor(index / width) * rowBytes + (x >> 3);
    bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
  }
  const picture = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 1`;
  return streamBody(`${picture} /ImageMask true /Decode [1 0]`, { deflated: deflateSync(bits) });
}

/** Says that the glyph stands for the whole text. */
function characterMap(text: string): string {
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <00> <FF> endcodespacerange',
    `1 beginbfchar <01> <${utf16Hex(text)}> endbfchar`,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
