import { describePackage, PACKAGE_LIMIT_BYTES, packageSizes } from './package-sizes';

const app = {
  pages: ['pages/home/index'],
  subPackages: [{ root: 'subpackages/apply', pages: [] }, { root: 'subpackages/pay/' }],
};
const files = [
  { path: 'app.js', bytes: 100 },
  { path: 'taro.js', bytes: 300 },
  { path: 'taro.js.map', bytes: 9000 },
  { path: 'vendors.js.LICENSE.txt', bytes: 9000 },
  { path: 'subpackages/apply/index.js', bytes: 40 },
  { path: 'subpackages/apply/steps/index.js', bytes: 50 },
  { path: 'subpackages/pay/index.js', bytes: 7 },
  { path: 'subpackages/payment-notes.json', bytes: 1 },
];
const sizesOf = (declared: unknown) => packageSizes(declared, files).map(({ name, bytes }) => [name, bytes]);

describe('sizes of the mini-program', () => {
  it('count each file in the package that holds it, and not what is not uploaded', () => {
    expect(sizesOf(app)).toEqual([
      ['main', 401],
      ['subpackages/apply', 90],
      ['subpackages/pay', 7],
    ]);
  });

  it('read both spellings of app.json, and none', () => {
    expect(sizesOf({ subpackages: [{ root: 'subpackages/pay' }] })).toEqual([
      ['main', 491],
      ['subpackages/pay', 7],
    ]);
    expect(sizesOf({})).toEqual([['main', 498]]);
    expect(() => packageSizes('not an app.json', files)).toThrow();
  });

  it('name the largest files first', () => {
    const [main] = packageSizes(app, files);
    expect(main!.files.map(({ path }) => path)).toEqual(['taro.js', 'app.js', 'subpackages/payment-notes.json']);
    expect(describePackage(main!, 1)).toBe('     0.4 KiB  main  ok\n       0.3 KiB  taro.js');
  });

  it.each(['app.js', 'subpackages/pay/index.js'])('say when the package of %s is over the limit', (path) => {
    const verdict = (bytes: number) =>
      packageSizes(app, [{ path, bytes }])
        .map((size) => describePackage(size))
        .join('\n');
    expect(verdict(PACKAGE_LIMIT_BYTES)).not.toContain('TOO LARGE');
    expect(verdict(PACKAGE_LIMIT_BYTES + 1)).toContain('TOO LARGE');
  });
});
