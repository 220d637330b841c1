import { readPercent } from './reading-progress';

describe('how much of the text was in view', () => {
  it('counts what is above the lower edge of the window', () => {
    expect(readPercent({ top: 0, bottom: 4000, visibleBottom: 1000 })).toBe(25);
    expect(readPercent({ top: -1000, bottom: 3000, visibleBottom: 1000 })).toBe(50);
  });

  it('is whole only when the end is in view', () => {
    expect(readPercent({ top: -3000, bottom: 1013, visibleBottom: 1000 })).toBe(99);
    expect(readPercent({ top: -3000, bottom: 1012, visibleBottom: 1000 })).toBe(100);
    expect(readPercent({ top: -3500, bottom: 500, visibleBottom: 1000 })).toBe(100);
  });

  it('is whole at once where the text is shorter than the window', () => {
    expect(readPercent({ top: 100, bottom: 600, visibleBottom: 1000 })).toBe(100);
  });

  it('is nothing while the text is still below the window', () => {
    expect(readPercent({ top: 1200, bottom: 5000, visibleBottom: 1000 })).toBe(0);
  });
});
