import { clipCharacters, countCharacters, unitsFor } from './characters';

describe('characters', () => {
  it.each([
    ['', 0],
    ['张伟', 2],
    ['\u{20BB7}', 1],
    ['\u{20BB7}野家', 3],
  ])('of %p are %d', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });

  it('are clipped whole', () => {
    expect(clipCharacters('张\u{20BB7}\u{2B4E7}', 2)).toBe('张\u{20BB7}');
    expect(clipCharacters('\u{20BB7}', 1)).toBe('\u{20BB7}');
    expect(clipCharacters('13812341234567', 11)).toBe('13812341234');
    expect(clipCharacters('张伟', 2)).toBe('张伟');
  });

  it('find room in an input for as many as are allowed, rare ones included', () => {
    const rare = '\u{20BB7}';
    let typed = '';
    for (let count = 0; count < 5; count += 1) {
      expect(unitsFor(typed, 5)).toBeGreaterThanOrEqual((typed + rare).length);
      typed += rare;
    }
    expect(unitsFor(typed, 5)).toBe(typed.length);
    expect(unitsFor('一二三四五', 5)).toBe(5);
    expect(unitsFor('一二三四\u{20BB7}', 5)).toBe(6);
    expect(unitsFor('', 5)).toBeGreaterThanOrEqual(rare.repeat(5).length);
  });
});
