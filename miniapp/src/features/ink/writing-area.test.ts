import {
  refitStrokes,
  screenTransform,
  type Transform,
  toWriting,
  transformOntoSheet,
  writingAreaOf,
} from './writing-area';

const apply = ([a, b, c, d, e, f]: Transform, { x, y }: { x: number; y: number }) => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});
const PORTRAIT = { width: 300, height: 700 };

describe('the writing area of a canvas', () => {
  it('runs along the longer side', () => {
    expect(writingAreaOf(PORTRAIT)).toEqual({ turned: 'sideways', width: 700, height: 300 });
    expect(writingAreaOf({ width: 800, height: 300 })).toEqual({ turned: 'upright', width: 800, height: 300 });
  });

  it('begins at the top right of an upright phone, which is the top left of one turned to the left', () => {
    const area = writingAreaOf(PORTRAIT);
    expect(toWriting({ x: 300, y: 0 }, area)).toEqual({ x: 0, y: 0 });
    expect(toWriting({ x: 300, y: 700 }, area)).toEqual({ x: 700, y: 0 });
    expect(toWriting({ x: 0, y: 0 }, area)).toEqual({ x: 0, y: 300 });
  });

  it.each([PORTRAIT, { width: 800, height: 300 }])('draws each point of %p where it was touched', (canvas) => {
    const area = writingAreaOf(canvas);
    const touched = { x: 120, y: 80 };
    expect(apply(screenTransform(area), toWriting(touched, area))).toEqual(touched);
  });
});

describe('rotating the screen', () => {
  const stroke = [
    { x: 0, y: 0, at: 1 },
    { x: 700, y: 300, at: 2 },
  ];

  it('keeps everything in sight, centred and in proportion', () => {
    const [moved] = refitStrokes([stroke], { width: 700, height: 300 }, { width: 350, height: 350 });
    expect(moved).toEqual([
      { x: 0, y: 100, at: 1 },
      { x: 350, y: 250, at: 2 },
    ]);
  });

  it('changes nothing when the size is the same', () => {
    expect(refitStrokes([stroke], { width: 700, height: 300 }, { width: 700, height: 300 })).toEqual([stroke]);
  });
});

describe('the sheet that is sent', () => {
  const sheet = { width: 600, height: 240 };

  it('holds the ink upright in its middle, inside the margin', () => {
    const ink = { left: 50, top: 30, width: 500, height: 250 };
    const transform = transformOntoSheet(ink, sheet, 16);
    expect(apply(transform, { x: 50, y: 30 }).y).toBeCloseTo(16);
    expect(apply(transform, { x: 550, y: 280 }).y).toBeCloseTo(224);
    const middle = apply(transform, { x: 300, y: 155 });
    expect(middle.x).toBeCloseTo(300);
    expect(middle.y).toBeCloseTo(120);
  });

  it('never blows small writing up to more than twice its size', () => {
    const [scale] = transformOntoSheet({ left: 0, top: 0, width: 40, height: 40 }, sheet, 16);
    expect(scale).toBe(2);
  });
});
