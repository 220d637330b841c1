import { create, type Font } from 'fontkit';
import { loadFontFace } from './font-face';
import { trueTypeFile } from './true-type-file';
import { encodeOutline } from './true-type-glyph';

const block = loadFontFace(require.resolve('hanamin/HanaMinB.CJK-Unified-Ideographs-Extension-B-03.woff2'));
const characters = Array.from({ length: 200 }, (_, index) => String.fromCodePoint(0x20ba0 + index));
const measures = { unitsPerEm: 1024, ascent: 912, descent: -169 };

function fontOf(file: Buffer): Font {
  const font = create(file);
  if (!('getGlyph' in font)) throw new Error('not a single font');
  return font;
}

describe('a TrueType file made of outlines', () => {
  const glyphOf = (character: string) => encodeOutline(block.outlineOf(character).commands);
  const glyphs = [encodeOutline([]), ...characters.map(glyphOf)].map((glyph) => ({ advance: 1024, ...glyph }));
  const font = fontOf(trueTypeFile(glyphs, measures));

  test('has the same outlines', () => {
    const drawn = characters.map((_, index) => font.getGlyph(index + 1).path.bbox);
    expect(drawn).toEqual(characters.map((character) => block.outlineOf(character).bbox));
    const shapes = characters.map((_, index) => font.getGlyph(index + 1).path.toSVG());
    expect(shapes).toEqual(characters.map((character) => block.outlineOf(character).toSVG()));
  });

  test('has the measures and widths given', () => {
    expect(font).toMatchObject({ ...measures, numGlyphs: 201 });
    expect(font.getGlyph(7).advanceWidth).toBe(1024);
    expect(font.getGlyph(0).path.commands).toEqual([]);
  });

  test('is refused cubic curves, which the format has none of', () => {
    const commands = [
      { command: 'moveTo', args: [0, 0] },
      { command: 'bezierCurveTo', args: [1, 1, 2, 2, 3, 3] },
    ];
    expect(() => encodeOutline(commands)).toThrow(RangeError);
  });
});
