import { CARD_RATIO } from './find-card';
import type { PhotoMeasures } from './measure-photo';
import { DEFAULT_PHOTO_ADVICE, isBlank, photoReasons } from './photo-reasons';

const fine: PhotoMeasures = { sharpness: 400, meanLuma: 140, glareRatio: 0.01, spread: 180, noisiness: 1 };
const card = { centre: { x: 0.5, y: 0.4 }, angle: 0, length: 0.8, breadth: 0.8 / CARD_RATIO, onEdge: 0 };

const reasons = (measures: Partial<PhotoMeasures>, onEdge = 0) =>
  photoReasons({ measures: { ...fine, ...measures }, card: { ...card, onEdge } }, 'id-card-front');

describe('what is said of a photo', () => {
  it('is nothing when it is fine', () => {
    expect(reasons({})).toEqual([]);
    expect(photoReasons({ measures: fine, card: null }, 'id-card-back')).toEqual([]);
  });

  it('is each reason, and all of them with the worst first', () => {
    expect(reasons({ sharpness: 59 })).toEqual(['blurred']);
    expect(reasons({ glareRatio: 0.07 })).toEqual(['glare']);
    expect(reasons({ meanLuma: 49 })).toEqual(['dark']);
    expect(reasons({}, 0.3)).toEqual(['cut-corners']);
    expect(reasons({ sharpness: 1, glareRatio: 0.5, meanLuma: 20 }, 0.9)).toEqual([
      'dark',
      'glare',
      'cut-corners',
      'blurred',
    ]);
  });

  it('goes by the measures of the project', () => {
    const look = { measures: { ...fine, sharpness: 150 }, card: null };
    expect(photoReasons(look, 'id-card-front', { ...DEFAULT_PHOTO_ADVICE, blurredBelow: 200 })).toEqual(['blurred']);
    expect(photoReasons(look, 'id-card-front', { ...DEFAULT_PHOTO_ADVICE, blurredBelow: 100 })).toEqual([]);
  });

  it('of a paper is not that it is white, or that something reaches its edge', () => {
    const look = { measures: { ...fine, glareRatio: 0.9, sharpness: 10 }, card: { ...card, onEdge: 0.9 } };
    expect(photoReasons(look, 'attachment')).toEqual(['blurred']);
  });
});

describe('a photo with nothing in it', () => {
  it('has no spread, or is noise', () => {
    expect(isBlank(fine)).toBe(false);
    expect(isBlank({ ...fine, spread: 15 })).toBe(true);
    expect(isBlank({ ...fine, noisiness: 19 })).toBe(true);
  });
});
