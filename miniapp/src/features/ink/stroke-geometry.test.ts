import { boundsOf, inkSegments, judgeSignature, nibFor, type Stroke } from './stroke-geometry';

const NIB = { thick: 6, thin: 2 };
const AREA = { width: 600, height: 300 };

/** Points along a line, one each `ms`. */
const line = (from: [number, number], to: [number, number], points: number, ms: number): Stroke =>
  Array.from({ length: points }, (_, index) => {
    const share = index / (points - 1);
    return { x: from[0] + (to[0] - from[0]) * share, y: from[1] + (to[1] - from[1]) * share, at: index * ms };
  });

describe('the curves of a stroke', () => {
  it('join without gaps, from the first point to the last', () => {
    const stroke: Stroke = [
      { x: 0, y: 0, at: 0 },
      { x: 10, y: 0, at: 16 },
      { x: 20, y: 10, at: 32 },
      { x: 20, y: 30, at: 48 },
    ];
    const segments = inkSegments(stroke, NIB);
    expect(segments[0]?.from).toMatchObject({ x: 0, y: 0 });
    expect(segments.at(-1)?.to).toMatchObject({ x: 20, y: 30 });
    for (const [index, segment] of segments.slice(1).entries()) {
      expect(segment.from).toEqual(segments[index]?.to);
      expect(segment.fromWidth).toBe(segments[index]?.toWidth);
    }
  });

  it('turn at the middle between two points, with the point as control', () => {
    const segments = inkSegments(line([0, 0], [30, 0], 4, 16), NIB);
    expect(segments[1]).toMatchObject({ from: { x: 5, y: 0 }, control: { x: 10, y: 0 }, to: { x: 15, y: 0 } });
  });

  it('are one dot for one point and nothing for none', () => {
    expect(inkSegments([{ x: 3, y: 4, at: 0 }], NIB)).toEqual([
      expect.objectContaining({ from: expect.objectContaining({ x: 3, y: 4 }), fromWidth: 6, toWidth: 6 }),
    ]);
    expect(inkSegments([], NIB)).toEqual([]);
  });

  it('are thinner where the pen was fast', () => {
    const slow = inkSegments(line([0, 0], [100, 0], 20, 40), NIB);
    const fast = inkSegments(line([0, 0], [400, 0], 20, 8), NIB);
    expect(fast.at(-1)?.toWidth).toBeLessThan(slow.at(-1)?.toWidth ?? 0);
  });

  it('stay within the pen, whatever the speed', () => {
    const wild: Stroke = [0, 500, 3, 499, 1].map((x, index) => ({ x, y: index, at: index % 2 }));
    for (const { fromWidth, toWidth } of inkSegments(wild, NIB)) {
      expect(Math.min(fromWidth, toWidth)).toBeGreaterThanOrEqual(NIB.thin);
      expect(Math.max(fromWidth, toWidth)).toBeLessThanOrEqual(NIB.thick);
    }
  });

  it('change their width without jumps', () => {
    const stroke = [...line([0, 0], [20, 0], 10, 40), { x: 400, y: 0, at: 365 }];
    const widths = inkSegments(stroke, NIB).flatMap(({ fromWidth, toWidth }) => [fromWidth, toWidth]);
    const steps = widths.slice(1).map((width, index) => Math.abs(width - (widths[index] ?? width)));
    expect(Math.max(...steps)).toBeLessThan((NIB.thick - NIB.thin) * 0.5);
  });

  it('do not change when more is written after them', () => {
    const whole = line([0, 0], [100, 50], 12, 16);
    const before = inkSegments(whole.slice(0, 8), NIB);
    expect(inkSegments(whole, NIB).slice(0, 7)).toEqual(before.slice(0, 7));
  });
});

describe('the pen', () => {
  it('fits the writing area within limits', () => {
    expect(nibFor(100).thick).toBe(4);
    expect(nibFor(300).thick).toBeCloseTo(6.6);
    expect(nibFor(2000).thick).toBe(9);
    expect(nibFor(300).thin).toBeLessThan(nibFor(300).thick);
  });
});

describe('the judgement of a signature', () => {
  it('accepts a name', () => {
    const strokes = [line([100, 100], [250, 110], 10, 16), line([170, 60], [160, 220], 10, 16)];
    expect(judgeSignature(strokes, AREA)).toBe('ok');
  });

  it('tells nothing, a dot and something small apart', () => {
    expect(judgeSignature([], AREA)).toBe('empty');
    expect(judgeSignature([[{ x: 5, y: 5, at: 0 }]], AREA)).toBe('dot');
    expect(judgeSignature([line([10, 10], [14, 14], 5, 16)], AREA)).toBe('dot');
    expect(judgeSignature([line([10, 10], [50, 50], 5, 16)], AREA)).toBe('small');
  });

  it('does not take a straight line for a name', () => {
    expect(judgeSignature([line([10, 100], [500, 102], 20, 16)], AREA)).toBe('small');
  });
});

it('finds the box around all strokes', () => {
  expect(boundsOf([line([10, 20], [30, 25], 3, 16), [{ x: 5, y: 60, at: 0 }]])).toEqual({
    left: 5,
    top: 20,
    width: 25,
    height: 40,
  });
  expect(boundsOf([])).toBeNull();
});
