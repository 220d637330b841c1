import { defaultFormats } from 'jimp';
import { drawPicture } from './draw-picture';
import { STROKE_LETTERS, strokesOf } from './stroke-letters';

/** The same "random" numbers for every run. */
function fixedRandom(seed = 12345): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * end);
  };
}

// jimp's own decoder: its guessing of formats does not work inside jest.
const pngFormat = defaultFormats.map((format) => format()).find(({ mime }) => mime === 'image/png')!;

/** Spaces have no strokes, but take the same chances: what is left are the waves. */
const NO_LETTERS = '    ';

function greysOf(png: Buffer): { greys: number[]; width: number } {
  const { data, width, height } = pngFormat.decode(png) as { data: Uint8Array; width: number; height: number };
  expect({ width, height }).toEqual({ width: 240, height: 90 });
  return { greys: Array.from({ length: width * height }, (_, pixel) => data[pixel * 4]!), width };
}

/** Dark pixels in each quarter of the width. */
function inkOf(png: Buffer): number[] {
  const { greys, width } = greysOf(png);
  const ink = [0, 0, 0, 0];
  for (const [pixel, grey] of greys.entries()) {
    const quarter = Math.floor(((pixel % width) * 4) / width);
    ink[quarter] = ink[quarter]! + (grey < 60 ? 1 : 0);
  }
  return ink;
}

describe('the picture of a code', () => {
  it.each(['AK7W', 'MWNH', '3469', 'JTFY', 'CDEP', 'RUXA'])(
    'of %s is a PNG with a letter in each quarter',
    async (text) => {
      const waves = inkOf(await drawPicture(NO_LETTERS, fixedRandom()));
      for (const [quarter, ink] of inkOf(await drawPicture(text, fixedRandom())).entries()) {
        expect(ink - waves[quarter]!).toBeGreaterThan(200);
      }
    },
  );

  it('has no threshold that takes the waves away and leaves the letters', async () => {
    const darkest = async (text: string) => Math.min(...greysOf(await drawPicture(text, fixedRandom())).greys);
    expect(await darkest(NO_LETTERS)).toBe(await darkest('AK7W'));
  });

  it('differs for other letters and for another chance', async () => {
    const first = await drawPicture('AK7W', fixedRandom());
    expect(first.equals(await drawPicture('AK7X', fixedRandom()))).toBe(false);
    expect(first.equals(await drawPicture('AK7W', fixedRandom(9)))).toBe(false);
    expect(first.equals(await drawPicture('AK7W', fixedRandom()))).toBe(true);
  });
});

describe('the letters', () => {
  it('are many, and none looks like another', () => {
    expect(STROKE_LETTERS).toHaveLength(22);
    expect(STROKE_LETTERS).not.toMatch(/[0OQ1IL2Z5S8BGV]/);
  });

  it.each([...STROKE_LETTERS])('%s stays on its grid', (letter) => {
    for (const [x, y] of strokesOf(letter).flat()) {
      expect(x >= 0 && x <= 4 && y >= 0 && y <= 6).toBe(true);
    }
  });

  it('have no strokes for another character', () => {
    expect(strokesOf('O')).toEqual([]);
  });
});
