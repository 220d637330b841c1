import { createCanvas } from '@napi-rs/canvas';
import { withOrientation } from '../../../test/host/phone/exif-orientation';
import { jpegHead } from './jpeg-head';

const jpeg = createCanvas(90, 50).toBuffer('image/jpeg', 80);

describe('what a JPEG says before its first scan', () => {
  it('is its size as stored, and upright unless it says otherwise', () => {
    expect(jpegHead(jpeg)).toEqual({ width: 90, height: 50, orientation: 1 });
  });

  it.each([1, 3, 6, 8])('is the orientation %d', (orientation) => {
    expect(jpegHead(withOrientation(jpeg, orientation))).toEqual({ width: 90, height: 50, orientation });
  });

  it('is upright when the orientation is none that there is', () => {
    expect(jpegHead(withOrientation(jpeg, 9))?.orientation).toBe(1);
  });

  it('is nothing where the file is cut before its size, or is something else', () => {
    for (let length = 0; length < 100; length += 1) expect(jpegHead(jpeg.subarray(0, length))).toBeNull();
    expect(jpegHead(Buffer.from('this is no picture'))).toBeNull();
  });
});
