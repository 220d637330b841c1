import { namePictureSize } from './name-picture-size';

describe('the picture of a name', () => {
  it('is as high as a line', () => {
    expect(namePictureSize({ width: 300, height: 100 })).toEqual({
      width: expect.closeTo(4.8),
      height: expect.closeTo(1.6),
    });
  });

  it('is lower where it would not fit', () => {
    expect(namePictureSize({ width: 600, height: 30 })).toEqual({ width: 9, height: expect.closeTo(0.45) });
  });
});
