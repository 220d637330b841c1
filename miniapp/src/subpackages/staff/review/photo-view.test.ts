import { photoTransform, turned, UPRIGHT, zoomed, zoomOf } from './photo-view';

describe('looking at a photo', () => {
  it('turns in quarters and comes back', () => {
    const once = turned(UPRIGHT);
    expect(once.quarterTurns).toBe(1);
    expect(turned(turned(turned(once)))).toEqual(UPRIGHT);
  });

  it('makes a photo on its side fit its frame', () => {
    expect(photoTransform(UPRIGHT, 0.63)).toBe('rotate(0deg) scale(1)');
    expect(photoTransform({ quarterTurns: 1 }, 0.63)).toBe('rotate(90deg) scale(0.63)');
    expect(photoTransform({ quarterTurns: 3 }, 1)).toBe('rotate(270deg) scale(1)');
  });

  it('zooms in steps and stops at both ends', () => {
    const closest = [1, 2, 3, 4, 5].reduce((view) => zoomed(view, 1), UPRIGHT);
    expect(zoomOf(closest)).toBe(3);
    expect(zoomOf(zoomed(closest, -1))).toBe(2);
    expect(zoomOf(zoomed(UPRIGHT, -1))).toBe(1);
  });
});
