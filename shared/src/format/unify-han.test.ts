import { hasPrivateUse, unifyHan } from './unify-han';

const from = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));

describe('unified ideographs', () => {
  it.each([
    ['\u2f45\u2f42\u2edb', '方文风'],
    ['\u2ee2云', '马云'],
    ['\u2ef0', '龙'],
    ['\u2ef3', '龟'],
    ['\u2e8c\u2e8d\u2ebe\u2ebf\u2ec0\u2ecc\u2ece', '小小艹艹艹辶辶'],
    ['\u2ed3\u2ed4', '长门'],
    ['\u2e87', '\u{20628}'],
    ['\uf9dc\ufa15', '隆凞'],
    ['\u{2f800}', '丽'],
    ['张伟\u{20BB7} Zhang（中国）１', '张伟\u{20BB7} Zhang（中国）１'],
  ])('of %p are %p', (typed, unified) => {
    expect(unifyHan(typed)).toBe(unified);
  });

  it('stand for every Kangxi radical and every radical of the supplement that has one', () => {
    const isUnified = (text: string) => /^\p{Unified_Ideograph}$/u.test(text);
    const left = [...from(0x2f00, 0x2fd5), ...from(0x2e80, 0x2ef3)].filter((radical) => !isUnified(unifyHan(radical)));
    expect(left).toEqual(['\u2e80', '\u2e9a']);
  });

  it('agree with Unicode where it decomposes a radical of the supplement itself', () => {
    const decomposed = from(0x2e80, 0x2ef3).filter((radical) => radical.normalize('NFKC') !== radical);
    expect(decomposed.length).toBeGreaterThan(0);
    expect(decomposed.map(unifyHan)).toEqual(decomposed.map((radical) => radical.normalize('NFKC')));
  });
});

describe('private-use characters', () => {
  it.each(['\ue000', '张\uf8ff', '\u{f0000}', '\u{10fffd}'])('are found in %p', (text) => {
    expect(hasPrivateUse(text)).toBe(true);
  });

  it('are none of the ideographs, rare ones included', () => {
    expect(hasPrivateUse('张㛃\u{20BB7}\u{2B4E7}\u{30EDD}·')).toBe(false);
  });
});
