import { describeGrowth, recordSizes } from './growth';
import { packageSizes } from './package-sizes';

const app = { subPackages: [{ root: 'subpackages/pay' }] };
const built = (files: Record<string, number>) =>
  packageSizes(
    app,
    Object.entries(files).map(([path, bytes]) => ({ path, bytes })),
  );
const before = recordSizes(built({ 'app.js': 2048, 'taro.js': 4096, 'subpackages/pay/index.js': 1024 }));

describe('what grew in the mini-program', () => {
  it('is nothing when the sizes are those of the record, or differ by the noise of a minifier', () => {
    expect(
      describeGrowth(built({ 'app.js': 2048, 'taro.js': 4096, 'subpackages/pay/index.js': 1024 }), before),
    ).toEqual([]);
    expect(
      describeGrowth(built({ 'app.js': 2148, 'taro.js': 4096, 'subpackages/pay/index.js': 1000 }), before),
    ).toEqual([]);
  });

  it('names the packages, the files that grew most, and those that came', () => {
    const now = built({
      'app.js': 3072,
      'taro.js': 4096,
      'qr.js': 2048,
      'subpackages/pay/index.js': 1024,
    });
    expect(describeGrowth(now, before)).toEqual([
      'main: +3.0 KiB since the record',
      '  +2.0 KiB  qr.js (new)',
      '  +1.0 KiB  app.js',
    ]);
  });

  it('says when a package became smaller', () => {
    expect(describeGrowth(built({ 'app.js': 2048, 'subpackages/pay/index.js': 1024 }), before)).toEqual([
      'main: −4.0 KiB since the record',
    ]);
  });
});
