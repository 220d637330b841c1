import { type LumaPlane, lumaPlane } from './luma-plane';
import { isSamePicture, picturePrint, printDistance } from './picture-print';

function plane(lumaAt: (x: number, y: number) => number, width = 320, height = 200): LumaPlane {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      data.fill(lumaAt(x / width, y / height), (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  return lumaPlane({ width, height, data });
}

const waves = (x: number, y: number) => 128 + 60 * Math.sin(x * 40 + y * 9) + 30 * Math.sin(y * 33);
const others = (x: number, y: number) => 128 + 60 * Math.sin(x * 31 + y * 25) + 30 * Math.sin(x * 50);

describe('the print of a picture', () => {
  it('is the same for the same picture of another size and with a little grain', () => {
    const one = picturePrint(plane(waves));
    const again = picturePrint(plane((x, y) => waves(x, y) + ((x * 7919 + y * 104_729) % 3), 480, 300));
    expect(printDistance(one, again)).toBeLessThan(30);
    expect(isSamePicture(one, again)).toBe(true);
  });

  it('is another one for another picture', () => {
    expect(isSamePicture(picturePrint(plane(waves)), picturePrint(plane(others)))).toBe(false);
  });

  it('of two pictures with hardly anything in them does not say that they are the same', () => {
    const faint = (middle: number) => picturePrint(plane((x) => (Math.abs(x - middle) < 0.02 ? 100 : 240)));
    expect(printDistance(faint(0.3), faint(0.3))).toBe(0);
    expect(isSamePicture(faint(0.3), faint(0.3))).toBe(false);
  });
});
