import { INSTALL_LINE, loadMiniprogramCi } from './load-miniprogram-ci';

class Project {}
const ci = { Project, upload: async () => ({}) };

describe('miniprogram-ci', () => {
  it('is taken as a CommonJS or an ECMAScript module', async () => {
    await expect(loadMiniprogramCi(async () => ci)).resolves.toBe(ci);
    await expect(loadMiniprogramCi(async () => ({ default: ci }))).resolves.toBe(ci);
  });

  it('is asked for by the one line that installs it', async () => {
    await expect(loadMiniprogramCi(() => Promise.reject(new Error('not found')))).rejects.toThrow(INSTALL_LINE);
    await expect(loadMiniprogramCi(async () => ({ upload: 1 }))).rejects.toThrow(INSTALL_LINE);
  });
});
