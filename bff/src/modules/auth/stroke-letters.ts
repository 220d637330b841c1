/** A point on the letter grid: 4 wide, 6 high, y downwards. */
export type Point = readonly [x: number, y: number];
type Stroke = readonly Point[];

/**
 * Letters and digits as strokes, for picture codes. Left out are those that look alike:
 * 0 O Q, 1 I L, 2 Z, 5 S, 8 B, C G, U V.
 */
const STROKES: Readonly<Record<string, string>> = {
  A: '0,6 2,0 4,6|0.8,4 3.2,4',
  C: '4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5',
  D: '0,0 0,6 2.5,6 4,4.5 4,1.5 2.5,0 0,0',
  E: '4,0 0,0 0,6 4,6|0,3 3,3',
  F: '4,0 0,0 0,6|0,3 3,3',
  H: '0,0 0,6|4,0 4,6|0,3 4,3',
  J: '1.5,0 4,0|3,0 3,5 2,6 1,6 0,5',
  K: '0,0 0,6|4,0 0,3.5|1.3,2.5 4,6',
  M: '0,6 0,0 2,3 4,0 4,6',
  N: '0,6 0,0 4,6 4,0',
  P: '0,6 0,0 3,0 4,1 4,2.2 3,3.2 0,3.2',
  R: '0,6 0,0 3,0 4,1 4,2.2 3,3.2 0,3.2|1.8,3.2 4,6',
  T: '0,0 4,0|2,0 2,6',
  U: '0,0 0,5 1,6 3,6 4,5 4,0',
  W: '0,0 1,6 2,2 3,6 4,0',
  X: '0,0 4,6|4,0 0,6',
  Y: '0,0 2,3 4,0|2,3 2,6',
  3: '0,0.7 1,0 3,0 4,1 4,2 3,3 1.5,3|3,3 4,4 4,5 3,6 1,6 0,5.3',
  4: '3,6 3,0 0,4 4,4',
  6: '3.6,0.4 2.5,0 1,0.8 0,3 0,5 1,6 3,6 4,5 4,4 3,3 1,3 0,4',
  7: '0,0 4,0 1.5,6',
  9: '0.4,5.6 1.5,6 3,5.2 4,3 4,1 3,0 1,0 0,1 0,2 1,3 3,3 4,2',
};

export const STROKE_LETTERS = Object.keys(STROKES).join('');

const readPoint = (text: string): Point => {
  const [x = 0, y = 0] = text.split(',').map(Number);
  return [x, y];
};

/** The strokes of one of `STROKE_LETTERS`; none for another character. */
export const strokesOf = (letter: string): Stroke[] =>
  (STROKES[letter]?.split('|') ?? []).map((stroke) => stroke.split(' ').map(readPoint));
