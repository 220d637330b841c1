import type { AppError, FilePurpose } from '@acceptance/shared';
import type { ChosenPhoto } from '../../../platform/chosen-photo';
import { checkPhoto } from './check-photo';

const KB = 1024;
const photo = (facts: Partial<ChosenPhoto> = {}): ChosenPhoto => ({
  path: 'blob:photo',
  size: 400 * KB,
  fileName: 'IMG_0001.jpg',
  width: 1600,
  height: 1000,
  ...facts,
});

function refusal(facts: Partial<ChosenPhoto>, purpose: FilePurpose = 'id-card-front') {
  try {
    return checkPhoto(photo(facts), purpose);
  } catch (error) {
    const { code, details } = error as AppError;
    return { code, ...(details && { details }) };
  }
}

describe('the check of a photo before it is sent', () => {
  it.each(['id-card-front', 'id-card-back', 'attachment'] as const)('lets a usual photo pass as %s', (purpose) => {
    expect(checkPhoto(photo(), purpose)).toBe('fits');
  });

  it('takes the limits themselves', () => {
    expect(checkPhoto(photo({ size: 150 * KB }), 'id-card-front')).toBe('fits');
    expect(checkPhoto(photo({ size: 1024 * KB }), 'id-card-front')).toBe('fits');
    expect(checkPhoto(photo({ width: 480, height: 760 }), 'id-card-back')).toBe('fits');
    expect(checkPhoto(photo({ width: 4000, height: 4000 }), 'attachment')).toBe('fits');
  });

  it('refuses an ID photo of too few bytes with the sizes in words', () => {
    expect(refusal({ size: 150 * KB - 1 })).toEqual({
      code: 'files.too_small',
      details: { actual: '149 KB', minimum: '150 KB' },
    });
  });

  it('takes a small attachment', () => {
    expect(checkPhoto(photo({ size: 20 * KB, width: 90, height: 50 }), 'attachment')).toBe('fits');
  });

  it('refuses an ID photo of too few pixels', () => {
    expect(refusal({ width: 479, height: 2000 })).toEqual({ code: 'files.too_few_pixels' });
  });

  it.each([{ size: 1024 * KB + 1 }, { width: 6001, height: 1000 }, { width: 4001, height: 4000 }])(
    'wants %p shrunk',
    (facts) => {
      expect(checkPhoto(photo(facts), 'id-card-front')).toBe('shrink');
    },
  );

  it('calls a picture without size damaged', () => {
    expect(refusal({ width: 0 })).toEqual({ code: 'files.damaged' });
  });
});
