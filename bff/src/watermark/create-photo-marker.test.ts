import { createCanvas, loadImage } from '@napi-rs/canvas';
import { readImageHeader } from '../image-check/image-header';
import { makeIdCardPhoto } from '../image-check/testing/id-card-photo';
import { createPhotoMarker } from './create-photo-marker';

const lines = ['仅供 示例项目 证书申请审核', 'S20261130-0001', '王审核 2026年11月30日 10:00'];
const marker = createPhotoMarker({ workers: 1, deadline: () => AbortSignal.timeout(60_000) });
afterAll(() => marker.close());

const pixels = async (bytes: Buffer) => {
  const image = await loadImage(bytes);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
};

describe('a photo for the staff', () => {
  it('has its own size, is a JPEG, and differs from the photo all over', async () => {
    const photo = await makeIdCardPhoto({ side: 'front', seed: 3, half: true });
    const marked = await marker.mark({ bytes: photo, mediaType: 'image/jpeg', lines });
    expect(readImageHeader(marked)).toMatchObject({ mediaType: 'image/jpeg', width: 800, height: 505 });
    const [before, after] = [await pixels(photo), await pixels(marked)];
    for (const [left, top] of [
      [0, 0],
      [400, 0],
      [0, 250],
      [400, 250],
    ] as const) {
      let changed = 0;
      for (let y = top; y < top + 250; y += 1) {
        for (let x = left; x < left + 400; x += 1) {
          const at = (y * 800 + x) * 4;
          if (Math.abs((before.data[at] ?? 0) - (after.data[at] ?? 0)) > 25) changed += 1;
        }
      }
      expect(changed).toBeGreaterThan(1000);
    }
  });

  it('may be a PNG with bytes behind its end, and leaves the caller its bytes', async () => {
    const png = Buffer.concat([createCanvas(120, 80).toBuffer('image/png'), Buffer.from('behind')]);
    const before = Buffer.from(png);
    const marked = await marker.mark({ bytes: png, mediaType: 'image/png', lines });
    expect(readImageHeader(marked)).toMatchObject({ mediaType: 'image/jpeg', width: 120, height: 80 });
    expect(png.equals(before)).toBe(true);
  });

  it('is never shown without its mark: what cannot be marked is not shown', async () => {
    await expect(
      marker.mark({ bytes: Buffer.from('no picture'), mediaType: 'image/png', lines }),
    ).rejects.toMatchObject({ code: 'server.unavailable' });
  });

  it('is asked for again where too many are looked at', async () => {
    const small = createPhotoMarker({ workers: 1, maxWaiting: 0, deadline: () => AbortSignal.timeout(60_000) });
    const photo = { bytes: createCanvas(120, 80).toBuffer('image/png'), mediaType: 'image/png' as const, lines };
    const outcomes = await Promise.allSettled([small.mark(photo), small.mark(photo)]);
    expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { reason: { code: 'files.busy' } }]);
    await small.close();
  });
});
