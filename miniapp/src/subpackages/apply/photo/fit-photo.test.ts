import { FILE_RULES } from '@acceptance/shared';
import type { ChosenPhoto } from '../../../platform/chosen-photo';
import type { JpegWay, PixelSize } from '../../../platform/photo-canvas-props';
import { fitPhoto, sizesToTry } from './fit-photo';

const KB = 1024;
const PICTURE = { width: 4000, height: 3000 };

/** An encoder whose bytes grow with pixels and quality, as a real one's do. */
function fakeEncoder(bytesPerPixelAtFullQuality: number, mostSide = 4096) {
  const requests: (PixelSize & { readonly quality: number })[] = [];
  const write: JpegWay['write'] = async (request) => {
    requests.push(request);
    const { width, height, quality } = request;
    const size = Math.round(width * height * bytesPerPixelAtFullQuality * (quality / 100) ** 2);
    const photo: ChosenPhoto = { path: `blob:${requests.length}`, fileName: 'photo.jpg', width, height, size };
    return photo;
  };
  return { requests, way: { mostSide, write } };
}

describe('fitting a photo into the limits', () => {
  it('shrinks a large photo by one encoding where that is enough', async () => {
    const { requests, way } = fakeEncoder(0.2);
    const fitted = await fitPhoto(PICTURE, 'id-card-front', way);
    expect(fitted).toMatchObject({ width: 2560, height: 1920 });
    expect(requests).toEqual([{ width: 2560, height: 1920, quality: 85 }]);
  });

  it.each([0.06, 0.3, 0.8, 1.5, 3])('lands in the window of an ID photo at %d bytes a pixel', async (density) => {
    const { requests, way } = fakeEncoder(density);
    const { size } = await fitPhoto(PICTURE, 'id-card-front', way);
    const { minBytes, maxBytes } = FILE_RULES['id-card-front'];
    expect(size).toBeGreaterThanOrEqual(minBytes);
    expect(size).toBeLessThanOrEqual(maxBytes);
    expect(requests.length).toBeLessThanOrEqual(16);
  });

  it('never asks for more pixels than the photo has, and keeps its proportions', async () => {
    const { requests, way } = fakeEncoder(0.9);
    await fitPhoto({ width: 900, height: 1800 }, 'id-card-front', way);
    for (const { width, height } of requests) {
      expect(height).toBeLessThanOrEqual(1800);
      expect(height / width).toBeCloseTo(2, 1);
    }
  });

  it('asks for no more than the way of writing can make', async () => {
    const { requests, way } = fakeEncoder(0.2, 1365);
    expect(await fitPhoto(PICTURE, 'id-card-front', way)).toMatchObject({ width: 1365, height: 1024 });
    expect(Math.max(...requests.map(({ width }) => width))).toBe(1365);
  });

  it('refuses what cannot be brought into the limits', async () => {
    const { way } = fakeEncoder(100);
    await expect(fitPhoto(PICTURE, 'attachment', way)).rejects.toMatchObject({
      code: 'files.too_large',
      details: { maximum: '1 MB' },
    });
  });

  it('never blows up what has too few bytes at the best quality, and tells how many those are', async () => {
    const { requests, way } = fakeEncoder(0.1);
    const small = { width: 1000, height: 700 };
    await expect(fitPhoto(small, 'id-card-back', way)).rejects.toMatchObject({
      code: 'files.too_small',
      details: { actual: '68 KB', minimum: '150 KB' },
    });
    expect(requests.map(({ quality }) => quality)).toEqual([85, 100]);
  });

  it('takes a better quality where the first one has too few bytes', async () => {
    const { way } = fakeEncoder(0.19);
    const { size } = await fitPhoto({ width: 1000, height: 900 }, 'id-card-back', way);
    expect(size).toBeGreaterThanOrEqual(150 * KB);
  });
});

describe('the sizes to try', () => {
  it('begin at the original where it is small', () => {
    expect(sizesToTry({ width: 1500, height: 1000 }, 'attachment', 4096)).toEqual([
      { width: 1500, height: 1000 },
      { width: 1200, height: 800 },
    ]);
  });

  it('leave an ID photo the pixels that its letters need', () => {
    expect(sizesToTry({ width: 3000, height: 800 }, 'id-card-front', 4096)).toEqual([
      { width: 2560, height: 683 },
      { width: 2000, height: 533 },
    ]);
  });
});
