import { CARD_RATIO, frameIn, partInFrame } from './frame-part';

describe('the frame of the camera', () => {
  it.each([
    { width: 375, height: 700 },
    { width: 320, height: 480 },
    { width: 812, height: 375 },
  ])('has the proportions of a card and lies within %o', (view) => {
    const frame = frameIn(view);
    expect(frame.width / frame.height).toBeCloseTo(CARD_RATIO, 1);
    expect(frame.x).toBeGreaterThanOrEqual(0);
    expect(frame.x + frame.width).toBeLessThanOrEqual(view.width);
    expect(frame.y + frame.height).toBeLessThanOrEqual(view.height);
  });
});

describe('the part of a photo in the frame', () => {
  const view = { width: 300, height: 600 };
  const frame = { x: 50, y: 200, width: 200, height: 120 };

  it('is scaled with the photo where both have the same proportions', () => {
    expect(partInFrame({ width: 900, height: 1800 }, view, frame)).toEqual({ x: 114, y: 564, width: 672, height: 432 });
  });

  it('takes account of what the preview cuts off at the sides of a wider photo', () => {
    // 1200 × 1800 fills 300 × 600 at a third: 100 points hang over, half of them at each side.
    expect(partInFrame({ width: 1200, height: 1800 }, view, frame)).toEqual({
      x: 264,
      y: 564,
      width: 672,
      height: 432,
    });
  });

  it('never leaves the photo', () => {
    const part = partInFrame({ width: 300, height: 600 }, view, { x: 0, y: 0, width: 300, height: 600 });
    expect(part).toEqual({ x: 0, y: 0, width: 300, height: 600 });
  });
});
