import { createCanvas } from '@napi-rs/canvas';
import { inkShares, isSameInk } from './ink-shares';

/** A sheet with some strokes on it; `factor`: drawn so much larger. */
function sheet({ factor = 1, isEmpty = false, thicker = 0 } = {}): Float32Array {
  const canvas = createCanvas(1200, 480);
  const context = canvas.getContext('2d');
  context.scale(factor, factor);
  context.lineWidth = 9 + thicker;
  for (let stroke = 0; stroke < (isEmpty ? 0 : 5); stroke += 1) {
    context.beginPath();
    context.moveTo(80 + stroke * 210, 60 + stroke * 11);
    context.lineTo(190 + stroke * 200, 400 - stroke * 23);
    context.stroke();
  }
  return inkShares(context.getImageData(0, 0, 1200, 480));
}

describe('ink that an export shows', () => {
  it('is what was written, also where another encoder has smoothed its edges', () => {
    expect(isSameInk(sheet(), sheet())).toBe(true);
    expect(isSameInk(sheet({ thicker: 0.5 }), sheet())).toBe(true);
  });

  it.each([
    ['nothing', { isEmpty: true }],
    ['the upper left of it, larger', { factor: 2 }],
    ['all of it in a corner', { factor: 0.5 }],
  ])('is not when it is %s', (_, traits) => {
    expect(isSameInk(sheet(traits), sheet())).toBe(false);
  });

  it('is nobody’s when nothing was written', () => {
    expect(isSameInk(sheet({ isEmpty: true }), sheet({ isEmpty: true }))).toBe(false);
  });
});
