import { lumaPlane, type RgbaBitmap } from './luma-plane';
import { measurePhoto as measurePlane } from './measure-photo';

const measurePhoto = (bitmap: RgbaBitmap) => measurePlane(lumaPlane(bitmap));

function draw(width: number, height: number, lumaAt: (x: number, y: number) => number): RgbaBitmap {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.fill(lumaAt(x, y), (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  return { width, height, data };
}

describe('measurePhoto', () => {
  it('finds no edge, no glare and the very brightness in an even surface', () => {
    const { sharpness, meanLuma, glareRatio } = measurePhoto(draw(100, 60, () => 128));
    expect(sharpness).toBeCloseTo(0, 4);
    expect(meanLuma).toBeCloseTo(128, 3);
    expect(glareRatio).toBe(0);
  });

  it('computes the variance of the Laplacian: 4 · contrast on a chessboard of single pixels', () => {
    // Each pixel differs from its four neighbours by 100, so the Laplacian is ±400 and its variance 160000.
    const { sharpness } = measurePhoto(draw(102, 102, (x, y) => ((x + y) % 2 === 0 ? 150 : 50)));
    expect(sharpness).toBeCloseTo(160_000, -1);
  });

  it('weighs the colours as BT.601 does', () => {
    const data = new Uint8Array(3 * 3 * 4);
    for (let at = 0; at < data.length; at += 4) data.set([255, 0, 0, 255], at);
    expect(measurePhoto({ width: 3, height: 3, data }).meanLuma).toBeCloseTo(76.245, 2);
  });

  it('measures large pictures at 800 px, where finer patterns are averaged away', () => {
    const { sharpness, meanLuma } = measurePhoto(draw(1600, 1000, (x, y) => ((x + y) % 2 === 0 ? 150 : 50)));
    expect(sharpness).toBeCloseTo(0, 4);
    expect(meanLuma).toBeCloseTo(100, 3);
  });

  it('tells which share of the picture is blown out', () => {
    const { glareRatio } = measurePhoto(draw(1000, 600, (x) => (x < 250 ? 255 : 90)));
    expect(glareRatio).toBeCloseTo(0.25, 3);
  });

  it('gives a blurred edge a lower sharpness than a hard one', () => {
    const hard = measurePhoto(draw(200, 200, (x) => (x < 100 ? 40 : 200)));
    const soft = measurePhoto(draw(200, 200, (x) => Math.max(40, Math.min(200, 40 + (x - 90) * 8))));
    expect(hard.sharpness).toBeGreaterThan(10 * soft.sharpness);
  });

  it('tells how far dark and bright are apart, whatever a few pixels say', () => {
    const { spread } = measurePhoto(draw(200, 100, (x, y) => (x === 3 && y === 3 ? 255 : 100 + (y % 10))));
    expect(spread).toBe(9);
  });

  it('tells noise from what a lens has seen', () => {
    let state = 1;
    const noise = draw(200, 100, () => {
      state = (state * 48_271) % 2_147_483_647;
      return state % 256;
    });
    expect(measurePhoto(noise).noisiness).toBeGreaterThan(15);
    expect(measurePhoto(draw(200, 100, (x, y) => (x % 12 < 6 && y % 12 < 6 ? 40 : 200))).noisiness).toBeLessThan(3);
  });

  it('has an answer for a single pixel', () => {
    expect(measurePhoto(draw(1, 1, () => 255))).toEqual({
      sharpness: 0,
      meanLuma: 255,
      glareRatio: 1,
      spread: 0,
      noisiness: 0,
    });
  });
});
