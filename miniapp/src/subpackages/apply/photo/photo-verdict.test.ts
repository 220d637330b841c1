import { judgeShot, type Pixels } from './photo-verdict';

const WIDTH = 80;
const HEIGHT = 50;

function picture(grey: (x: number, y: number) => number): Pixels {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      data.set([grey(x, y), grey(x, y), grey(x, y), 255], (y * WIDTH + x) * 4);
    }
  }
  return { width: WIDTH, height: HEIGHT, data };
}
const letters = (x: number, y: number): number => (((x >> 1) + (y >> 1)) % 3 === 0 ? 60 : 190);

describe('what the phone says about a shot', () => {
  it('is what the project has it say, where that has measures of its own', () => {
    const strict = { blurredBelow: 1e6, glareAbovePercent: 6, darkBelow: 50 };
    expect(judgeShot(picture(letters), strict)).toBe('blurred');
    expect(judgeShot(picture(letters), { ...strict, darkBelow: 256 })).toBe('dark');
    const white = picture((x, y) => (x < 30 && y < 20 ? 255 : letters(x, y)));
    expect(judgeShot(white, { blurredBelow: 60, glareAbovePercent: 50, darkBelow: 50 })).toBe('clear');
  });

  it('is clear where letters have edges', () => {
    expect(judgeShot(picture(letters))).toBe('clear');
  });

  it('is blurred where brightness changes slowly', () => {
    expect(judgeShot(picture((x) => 100 + x))).toBe('blurred');
  });

  it('is glare where a part of it is white, however sharp the rest', () => {
    expect(judgeShot(picture((x, y) => (x < 30 && y < 20 ? 255 : letters(x, y))))).toBe('glare');
  });

  it('is dark where little light came in, whatever can be seen', () => {
    expect(judgeShot(picture((x, y) => letters(x, y) / 5))).toBe('dark');
  });

  it('says something about a picture without pixels', () => {
    expect(judgeShot({ width: 0, height: 0, data: [] })).toBe('dark');
  });
});
