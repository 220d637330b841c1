import { sealCode } from './seal-code';

test('a code is region and number', () => {
  expect(sealCode('350100', 42)).toBe('3501000000042');
  expect(sealCode('350100', 9_999_999)).toBe('3501009999999');
});

test.each([
  ['35010', 1],
  ['050100', 1],
  ['35010A', 1],
  ['350100', 0],
  ['350100', 10_000_000],
  ['350100', 1.5],
])('refuses region %s with number %p', (region, number) => {
  expect(() => sealCode(region, number)).toThrow(expect.objectContaining({ code: 'code_unfit' }));
});
