import { readPercent, visibleSections } from './reading-progress';

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

describe('the sections on the screen', () => {
  const place = (id: string, top: number, bottom: number) => ({ id, top, bottom });

  it('are those of which a line is in view', () => {
    const sections = [
      place('far above', -500, -100),
      place('all but above', -500, 19),
      place('a last line', -500, 20),
      place('whole', 20, 900),
      place('a first line', 980, 1500),
      place('all but below', 981, 1500),
      place('far below', 1500, 2000),
    ];
    expect(visibleSections(sections, 1000)).toEqual(['a last line', 'whole', 'a first line']);
  });

  it('may be larger than the window, or smaller than a line, but not hidden', () => {
    const sections = [place('large', -500, 3000), place('small', 100, 110), place('hidden', 0, 0)];
    expect(visibleSections(sections, 1000)).toEqual(['large', 'small']);
  });
});
