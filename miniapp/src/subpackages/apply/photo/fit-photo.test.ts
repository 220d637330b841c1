import { FILE_RULES } from '@acceptance/shared';
import type { ChosenPhoto } from '../../../platform/chosen-photo';
import { fitPhoto, type Reencode, type ReencodeRequest, sizesToTry } from './fit-photo';

const KB = 1024;
const photo = (facts: Partial<ChosenPhoto> = {}): ChosenPhoto => ({
  path: 'blob:photo',
  size: 6000 * KB,
  fileName: 'IMG_0001.jpg',
  width: 4000,
  height: 3000,
  ...facts,
});

/** An encoder whose bytes grow with pixels and quality, as a real one's do. */
function fakeEncoder(bytesPerPixelAtFullQuality: number) {
  const requests: ReencodeRequest[] = [];
  const reencode: Reencode = async (original, request) => {
    requests.push(request);
    const { width, height, quality } = request;
    const size = Math.round(width * height * bytesPerPixelAtFullQuality * (quality / 100) ** 2);
    return { ...original, path: `blob:${requests.length}`, width, height, size };
  };
  return { requests, reencode };
}

describe('fitting a photo into the limits', () => {
  it('sends a photo that fits as it is', async () => {
    const { requests, reencode } = fakeEncoder(1);
    const fitting = photo({ size: 800 * KB });
    expect(await fitPhoto(fitting, 'id-card-front', reencode)).toBe(fitting);
    expect(requests).toEqual([]);
  });

  it('shrinks a large photo by one encoding where that is enough', async () => {
    const { requests, reencode } = fakeEncoder(0.2);
    const fitted = await fitPhoto(photo(), 'id-card-front', reencode);
    expect(fitted).toMatchObject({ width: 2560, height: 1920 });
    expect(requests).toEqual([{ width: 2560, height: 1920, quality: 85 }]);
  });

  it.each([0.06, 0.3, 0.8, 1.5, 3])('lands in the window of an ID photo at %d bytes a pixel', async (density) => {
    const { requests, reencode } = fakeEncoder(density);
    const { size } = await fitPhoto(photo(), 'id-card-front', reencode);
    const { minBytes, maxBytes } = FILE_RULES['id-card-front'];
    expect(size).toBeGreaterThanOrEqual(minBytes);
    expect(size).toBeLessThanOrEqual(maxBytes);
    expect(requests.length).toBeLessThanOrEqual(16);
  });

  it('never asks for more pixels than the photo has, and keeps its proportions', async () => {
    const { requests, reencode } = fakeEncoder(0.9);
    await fitPhoto(photo({ width: 900, height: 1800, size: 2000 * KB }), 'id-card-front', reencode);
    for (const { width, height } of requests) {
      expect(height).toBeLessThanOrEqual(1800);
      expect(height / width).toBeCloseTo(2, 1);
    }
  });

  it('refuses what cannot be brought into the limits', async () => {
    const { reencode } = fakeEncoder(100);
    await expect(fitPhoto(photo(), 'attachment', reencode)).rejects.toMatchObject({
      code: 'files.too_large',
      details: { actual: '5.9 MB', maximum: '1 MB' },
    });
  });

  it('never blows up a photo that is too small', async () => {
    const { requests, reencode } = fakeEncoder(1);
    await expect(fitPhoto(photo({ size: 90 * KB }), 'id-card-back', reencode)).rejects.toMatchObject({
      code: 'files.too_small',
    });
    expect(requests).toEqual([]);
  });
});

describe('the sizes to try', () => {
  it('begin at the original where it is small', () => {
    expect(sizesToTry({ width: 1500, height: 1000 }, 'attachment')).toEqual([
      { width: 1500, height: 1000 },
      { width: 1200, height: 800 },
    ]);
  });

  it('leave an ID photo the pixels that its letters need', () => {
    expect(sizesToTry({ width: 3000, height: 800 }, 'id-card-front')).toEqual([
      { width: 2560, height: 683 },
      { width: 2000, height: 533 },
    ]);
  });
});
