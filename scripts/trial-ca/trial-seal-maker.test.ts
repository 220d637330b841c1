import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTrialSealMaker, ensureTrialSealMaker } from './index';

const o = { organization: '启明数字证书认证（演示）有限公司', now: new Date() };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trial-seal-maker-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const openssl = (...args: string[]): string => execFileSync('openssl', args, { encoding: 'utf8' });

describe('the seal maker of a trial', () => {
  test('is one that openssl believes by its own root, and may sign', async () => {
    const { chainPem } = await createTrialSealMaker(o);
    const [maker = '', root = ''] = chainPem.split(/(?<=-----END CERTIFICATE-----\n)/).filter(Boolean);
    const path = (name: string) => join(folder, name);
    await Promise.all([writeFile(path('maker.pem'), maker), writeFile(path('root.pem'), root)]);
    const verify = ['verify', '-vfyopt', 'distid:1234567812345678', '-CAfile', path('root.pem'), path('maker.pem')];
    expect(openssl(...verify)).toMatch(/: OK/);
    const text = openssl('x509', '-in', path('maker.pem'), '-noout', '-text');
    expect(text).toMatch(/Signature Algorithm: SM2-with-SM3/);
    expect(text).toMatch(/Digital Signature, Non Repudiation/);
  });

  test('is kept and loaded again, its key readable by its owner only', async () => {
    const target = join(folder, 'maker');
    const made = await ensureTrialSealMaker(target, o);
    expect(await ensureTrialSealMaker(target, o)).toEqual(made);
    expect((await stat(join(target, 'key.pem'))).mode & 0o777).toBe(0o600);
  });
});
