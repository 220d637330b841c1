import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createTrialCertificateAuthority,
  createTrialIssuingAuthorities,
  ensureTrialIssuingAuthorities,
  type TrialCertificateAuthority,
} from './index';

// Making RSA keys takes seconds on a busy machine.

const o = { organization: '启明数字证书认证（演示）有限公司', now: new Date() };
let trialAuthority: TrialCertificateAuthority;
let folder: string;

beforeAll(async () => {
  trialAuthority = await createTrialCertificateAuthority(o);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trial-issuing-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const openssl = (...args: string[]): string => execFileSync('openssl', args, { encoding: 'utf8' });

describe('the issuing authorities of a trial', () => {
  test('chain as openssl wants it, in RSA and in SM2, each with a responder', async () => {
    const made = await createTrialIssuingAuthorities(trialAuthority, o);
    const path = (name: string) => join(folder, name);
    const all = Object.entries(made).map(([name, pem]) => writeFile(path(name), pem));
    await Promise.all(all);
    const verify = ['verify', '-partial_chain', '-purpose', 'ocsphelper', '-trusted'];
    expect(openssl(...verify, path('chainPem'), path('responderPem'))).toMatch(/: OK/);
    const sm2 = ['-vfyopt', 'distid:1234567812345678'];
    expect(openssl('verify', ...sm2, ...verify.slice(1), path('sm2ChainPem'), path('sm2ResponderPem'))).toMatch(/: OK/);
    const text = openssl('x509', '-in', path('sm2ResponderPem'), '-noout', '-text');
    expect(text).toMatch(/Signature Algorithm: SM2-with-SM3/);
    expect(text).toMatch(/OCSP Signing/);
  });

  test('are kept and loaded again, keys readable by their owner only', async () => {
    const target = join(folder, 'issuing');
    const made = await ensureTrialIssuingAuthorities(target, trialAuthority, o);
    expect(await ensureTrialIssuingAuthorities(target, trialAuthority, o)).toEqual(made);
    for (const name of (await readdir(target)).filter((candidate) => candidate.includes('key'))) {
      expect((await stat(join(target, name))).mode & 0o777).toBe(0o600);
    }
  });

  test('of another trial authority are refused', async () => {
    const target = join(folder, 'issuing');
    await ensureTrialIssuingAuthorities(target, trialAuthority, o);
    const other = { ...trialAuthority, issuingKeyPem: trialAuthority.rootKeyPem };
    await expect(ensureTrialIssuingAuthorities(target, other, o)).rejects.toThrow(/another trial authority/);
  });
});
