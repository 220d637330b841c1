import { contractFonts } from './contract-fonts';
import { codePointsOf } from './font-face';
import type { EmbeddedFont, PageFont } from './page-font';
import { shownText } from './shown-text';

const face = contractFonts().regular;
/** Shows the characters themselves instead of glyph numbers. */
const embedded = (key: string, outlined = true): EmbeddedFont => ({ key, outlined, codeOf: (character) => character });
const picture = { ...embedded('DP0'), codeOf: () => '01', em: 2, write: () => 1 };
const [own, further, rare] = [embedded('R', false), embedded('D', false), embedded('D0')];
const font: PageFont = {
  face,
  key: 'R',
  shown(code) {
    const character = String.fromCodePoint(code);
    if (character === '𠮷') return { font: rare, code: character };
    if (!face.isOwn(character)) throw new RangeError();
    return { font: character === '燚' ? further : own, code: character };
  },
  pictures: new Map([['张\u{2ebf0}', picture]]),
};
const outline = `0 0 0 RG ${face.rareOutline * 10} w 2 Tr`;
const shown = (text: string, { spread = 0, adjust = 0 } = {}) => {
  const codes = codePointsOf(text);
  return shownText({ codes, adjusts: codes.map(() => adjust) }, spread, { font, size: 10, colour: '0 0 0' });
};

test('characters of the font itself are one string', () => {
  expect(shown('张伟')).toBe('[<张伟>] TJ');
});

test('gaps stand between characters, in thousandths of an em, tighter is positive', () => {
  expect(shown('张伟芳', { spread: 0.25 })).toBe('[<张>-250<伟>-250<芳>] TJ');
  expect(shown('），', { adjust: -0.5 })).toBe('[<）>500<，>] TJ');
});

test('a rare character is shown in its own font, with its gap, and the font is set again', () => {
  expect(shown('张𠮷伟', { spread: 0.1 })).toBe(
    `[<张>-100] TJ /D0 10 Tf ${outline} [<𠮷>-100] TJ 0 Tr /R 10 Tf [<伟>] TJ`,
  );
});

test('a character of the same font’s other subset is shown as it is', () => {
  expect(shown('张燚伟')).toBe('[<张>] TJ /D 10 Tf [<燚>] TJ /R 10 Tf [<伟>] TJ');
});

test('a text that is a picture is one glyph', () => {
  expect(shown('张\u{2ebf0}', { spread: 0.1 })).toBe(`/DP0 10 Tf ${outline} [<01>-100] TJ 0 Tr /R 10 Tf`);
});

test('the characters of a picture are written where they are a part of another text', () => {
  const pictured = { ...font, pictures: new Map([['张伟', picture]]) };
  const whole = { codes: codePointsOf('张伟路'), adjusts: [0, 0, 0] };
  expect(shownText(whole, 0, { font: pictured, size: 10, colour: '0 0 0' })).toBe('[<张伟路>] TJ');
});

test.each(['𠀣', '\u{2ebf0}', '张\u{2ebf1}', '张\u{2ebf0}路'])(
  'nothing is shown of what was not embedded: %s',
  (text) => {
    expect(() => shown(text)).toThrow(RangeError);
  },
);
