import { createRareFonts, missingFontPackages } from './rare-fonts';

const withoutMainland = createRareFonts('/nowhere/BabelStoneHan.ttf');
const fonts = createRareFonts();

describe('rare characters', () => {
  test.each([
    ['Extension B', 0x20000, 0x2a6d6],
    ['Extension C', 0x2a700, 0x2b734],
    ['Extension D', 0x2b740, 0x2b81d],
    ['Extension E', 0x2b820, 0x2cea1],
    ['Extension F', 0x2ceb0, 0x2ebe0],
    ['the supplement of compatibility', 0x2f800, 0x2fa1d],
  ])('of %s are drawn from its first to its last, on any machine', (_name, first, last) => {
    for (const codePoint of [first, Math.floor((first + last) / 2), last]) {
      const character = String.fromCodePoint(codePoint);
      expect(withoutMainland.has(character)).toBe(true);
      const face = withoutMainland.faceOf(character);
      expect(face.postscriptName).toMatch(/^HanaMin/);
      expect(face.missingGlyphs(character)).toEqual([]);
      expect(face.outlineOf(character).commands.length).toBeGreaterThan(4);
      expect(face.widthOf(character)).toBe(1);
    }
  });

  test('of Extensions G and H are drawn where the mainland’s font is installed', () => {
    for (const character of ['𰻝', '𱍐']) {
      expect(fonts.has(character)).toBe(true);
      expect(fonts.faceOf(character).postscriptName).toBe('BabelStoneHan');
      expect(withoutMainland.has(character)).toBe(false);
      expect(() => withoutMainland.faceOf(character)).toThrow(RangeError);
    }
  });

  test('have the mainland’s shape where there is one, and another where there is none', () => {
    expect(fonts.faceOf('𠮷').postscriptName).toBe('BabelStoneHan');
    expect(fonts.faceOf('𠀣').postscriptName).toBe('HanaMinB');
    expect(withoutMainland.faceOf('𠮷').postscriptName).toBe('HanaMinB');
  });

  test.each([
    ['a picture', '😀'],
    ['private use', '\ue000'],
    ['a reading mark as wide as half a character', '\u{16ff0}'],
    ['a combining mark', '\u0301'],
    ['unassigned', '\u{2ee60}'],
    ['Extension I', '\u{2ebf0}'],
  ])('are not: %s', (_name, character) => {
    expect(fonts.has(character)).toBe(false);
  });
});

test('a package that is not installed is named, for the log', () => {
  expect(missingFontPackages('/nowhere/BabelStoneHan.ttf')).toEqual(['fonts-babelstone-han']);
  expect(missingFontPackages(__filename)).toEqual([]);
});
