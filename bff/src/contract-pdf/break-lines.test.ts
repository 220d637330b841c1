import { type BrokenLine, breakLines } from './break-lines';
import { contractFonts } from './contract-fonts';

const face = contractFonts().regular;
const textOf = ({ codes }: BrokenLine) => String.fromCodePoint(...codes);
const broken = (text: string, width: number, indent = 0) => breakLines(text, face, width, indent).map(textOf);

describe('Chinese line breaking', () => {
  test('fills lines to their width and loses nothing', () => {
    expect(broken('甲乙丙丁戊己庚辛壬癸', 4)).toEqual(['甲乙丙丁', '戊己庚辛', '壬癸']);
  });

  test('keeps the first line shorter by the indent', () => {
    expect(broken('甲乙丙丁戊己', 4, 2)).toEqual(['甲乙', '丙丁戊己']);
  });

  test('a comma that does not fit hangs into the margin and is not counted in the width', () => {
    const lines = breakLines('甲乙丙丁，戊己', face, 4);
    expect(lines.map(textOf)).toEqual(['甲乙丙丁，', '戊己']);
    expect(lines[0]?.width).toBeCloseTo(4);
  });

  test('a closing bracket takes the character before it to the next line', () => {
    expect(broken('甲乙丙丁）戊', 4)).toEqual(['甲乙丙', '丁）戊']);
  });

  test('an opening bracket does not stay at the end of a line', () => {
    expect(broken('甲乙丙（丁戊）', 4)).toEqual(['甲乙丙', '（丁戊）']);
  });

  test('a bracket and a comma share a cell and a half', () => {
    const [line] = breakLines('甲），乙', face, 10);
    expect(line?.width).toBeCloseTo(3.5);
  });

  test('a thin space, which is no character, stands between Chinese and Latin', () => {
    const [line] = breakLines('共2页', face, 10);
    expect(line?.adjusts).toEqual([0.16, 0.16, 0]);
    expect(line?.width).toBeCloseTo(2 + face.widthOf('2') + 0.32);
    // Not where a line ends between them, beside a mark, or where there is a space already.
    expect(breakLines('甲乙A', face, 2).flatMap(({ adjusts }) => adjusts)).toEqual([0, 0, 0]);
    expect(breakLines('甲（A）乙 B', face, 20)[0]?.adjusts).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test('numbers and addresses are not torn apart', () => {
    expect(broken('见于https://ca.example.com公布', 12)).toEqual(
      ['见于', 'https://ca.example.com', '公布'].flatMap((l) => [l]),
    );
  });

  test('a run longer than a line is broken rather than cut off', () => {
    const lines = broken('A'.repeat(60), 10);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join('')).toBe('A'.repeat(60));
  });

  test('only the last line is marked as such', () => {
    expect(breakLines('甲乙丙丁戊', face, 2).map((line) => line.last)).toEqual([false, false, true]);
  });

  test('the last line is marked also when its comma hangs', () => {
    expect(breakLines('甲乙，', face, 2).map((line) => line.last)).toEqual([true]);
  });
});
