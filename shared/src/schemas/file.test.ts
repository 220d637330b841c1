import { FILE_PURPOSES, FILE_RULES, MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE, MIN_ID_PHOTO_SHORT_SIDE } from './file';

describe('rules for uploaded images', () => {
  it.each(FILE_PURPOSES)('has a window of sizes and at least one format for %s', (purpose) => {
    const { minBytes, maxBytes, mediaTypes } = FILE_RULES[purpose];
    expect(minBytes).toBeGreaterThan(0);
    expect(maxBytes).toBeGreaterThan(minBytes);
    expect(mediaTypes).not.toHaveLength(0);
  });

  it('takes ID photos from 150 KB to 1 MB as the manual says', () => {
    expect(FILE_RULES['id-card-front']).toMatchObject({ minBytes: 153_600, maxBytes: 1_048_576 });
    expect(FILE_RULES['id-card-back']).toEqual(FILE_RULES['id-card-front']);
  });

  it('leaves room between the smallest readable photo and the largest that is decoded', () => {
    expect(MIN_ID_PHOTO_SHORT_SIDE).toBeLessThan(MAX_IMAGE_SIDE);
    expect(MAX_IMAGE_PIXELS).toBeLessThan(MAX_IMAGE_SIDE ** 2);
  });
});
