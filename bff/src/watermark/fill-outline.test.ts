import { fillOutline, type Point, type Segment } from './fill-outline';

const closed = (...points: readonly Point[]): Segment[] =>
  points.map((point, index) => [point, points[(index + 1) % points.length] ?? point]);
const rows = ({ width, values }: { width: number; values: Uint8Array }): number[][] =>
  Array.from({ length: values.length / width }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);

describe('filling an outline', () => {
  it('covers whole pixels whole, whichever way round it runs', () => {
    const square = closed([1, 1], [3, 1], [3, 3], [1, 3]);
    const expected = [
      [0, 0, 0, 0],
      [0, 255, 255, 0],
      [0, 255, 255, 0],
      [0, 0, 0, 0],
    ];
    expect(rows(fillOutline(square, 4, 4))).toEqual(expected);
    expect(rows(fillOutline(closed([1, 1], [1, 3], [3, 3], [3, 1]), 4, 4))).toEqual(expected);
  });

  it('covers a pixel by the share that lies within', () => {
    expect(rows(fillOutline(closed([0.5, 0], [1.25, 0], [1.25, 1], [0.5, 1]), 3, 1))).toEqual([[128, 64, 0]]);
  });

  it('covers half of the square that a triangle halves', () => {
    const { values } = fillOutline(closed([0, 0], [8, 8], [0, 8]), 8, 8);
    expect(values.reduce((sum, value) => sum + value, 0) / 255).toBeCloseTo(32, 0);
  });

  it('follows a flat slope through many pixels of a row', () => {
    const { values } = fillOutline(closed([0, 0], [16, 2], [0, 2]), 16, 2);
    expect(values.reduce((sum, value) => sum + value, 0) / 255).toBeCloseTo(16, 0);
  });

  it('leaves a hole where a second outline runs the other way', () => {
    const ring = [...closed([0, 0], [4, 0], [4, 4], [0, 4]), ...closed([1, 1], [1, 3], [3, 3], [3, 1])];
    expect(rows(fillOutline(ring, 4, 4))[1]).toEqual([255, 0, 0, 255]);
  });
});
