import { readImageHeader } from '../image-header';
import { drawIdCardPhoto, makeIdCardPhoto } from './id-card-photo';

// Workers start with their own compiler: seconds on a busy machine.

describe('drawIdCardPhoto', () => {
  it('makes the same photo from the same seed and another from another', async () => {
    const [first, again, other] = await Promise.all([
      drawIdCardPhoto({ side: 'front', seed: 1 }),
      drawIdCardPhoto({ side: 'front', seed: 1 }),
      drawIdCardPhoto({ side: 'front', seed: 2 }),
    ]);
    expect(first.equals(again)).toBe(true);
    expect(first.equals(other)).toBe(false);
    expect(readImageHeader(first)).toMatchObject({ mediaType: 'image/jpeg', width: 1600, height: 1010 });
  });

  it('draws the same in half the size', async () => {
    const photo = await drawIdCardPhoto({ side: 'front', seed: 1, half: true, minBytes: 160 * 1024 });
    expect(readImageHeader(photo)).toMatchObject({ mediaType: 'image/jpeg', width: 800, height: 505 });
    expect(photo.length).toBeGreaterThanOrEqual(160 * 1024);
  });

  it('reaches the length asked for and stays within 1 MB', async () => {
    const photo = await drawIdCardPhoto({ side: 'back', seed: 3, minBytes: 700 * 1024 });
    expect(photo.length).toBeGreaterThanOrEqual(700 * 1024);
    expect(photo.length).toBeLessThanOrEqual(1024 * 1024);
  });

  it('refuses to make more than 1 MB', async () => {
    await expect(drawIdCardPhoto({ side: 'back', seed: 3, minBytes: 2 * 1024 * 1024 })).rejects.toThrow('at most 1 MB');
  });
});

describe('makeIdCardPhoto', () => {
  it('hands out what the same code has drawn already', async () => {
    const [drawn, made] = await Promise.all([
      drawIdCardPhoto({ side: 'front', seed: 1, half: true }),
      makeIdCardPhoto({ side: 'front', seed: 1, half: true }),
    ]);
    expect(made.equals(drawn)).toBe(true);
    expect((await makeIdCardPhoto({ side: 'front', seed: 1, half: true })).equals(drawn)).toBe(true);
  });
});
