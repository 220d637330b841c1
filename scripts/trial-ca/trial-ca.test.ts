import { X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTrialCertificateAuthority, ensureTrialCertificateAuthority } from './index';

const organization = '启明数字证书认证（演示）有限公司';
const now = new Date('2026-11-22T08:00:00Z');
let folder: string;

// Making RSA keys takes seconds on a busy machine.

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trial-ca-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a trial certificate authority', () => {
  test('has three certificates that chain, with readable Chinese names and the uses a contract needs', async () => {
    const made = await createTrialCertificateAuthority({ organization, now });
    const [root, issuing, signer] = [made.rootPem, made.issuingPem, made.signerPem].map(
      (pem) => new X509Certificate(pem),
    );
    expect(signer!.subject).toContain(`O=${organization}`);
    expect(signer!.checkIssued(issuing!) && signer!.verify(issuing!.publicKey)).toBe(true);
    expect(issuing!.checkIssued(root!) && issuing!.verify(root!.publicKey)).toBe(true);
    expect([root!.ca, issuing!.ca, signer!.ca]).toEqual([true, true, false]);
    expect(signer!.keyUsage.sort()).toEqual(['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4']);
    expect(made.signerChainPem.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    expect(made.signerChainPem.startsWith(made.signerPem.trimEnd())).toBe(true);
  });

  test('is kept in a folder and loaded again, keys readable by their owner only', async () => {
    const target = join(folder, 'deep', 'ca');
    const made = await ensureTrialCertificateAuthority(target, { organization, now });
    const again = await ensureTrialCertificateAuthority(target, { organization, now });
    expect(again).toEqual(made);
    const names = await readdir(target);
    expect(names.sort()).toEqual([
      'issuing-key.pem',
      'issuing.pem',
      'root-key.pem',
      'root.pem',
      'signer-chain.pem',
      'signer-key.pem',
      'signer.pem',
    ]);
    for (const name of names.filter((candidate) => candidate.includes('key'))) {
      expect((await stat(join(target, name))).mode & 0o777).toBe(0o600);
    }
    expect(await readFile(join(target, 'root.pem'), 'utf8')).toBe(made.rootPem);
  });

  test('two runs at once agree on one authority and leave nothing behind', async () => {
    const target = join(folder, 'ca');
    const runs = [0, 1].map(() => ensureTrialCertificateAuthority(target, { organization, now }));
    const [first, second] = await Promise.all(runs);
    expect(second).toEqual(first);
    expect(await readdir(folder)).toEqual(['ca']);
  });

  test('fills an empty folder that is there already', async () => {
    const target = join(folder, 'ca');
    await mkdir(target);
    const made = await ensureTrialCertificateAuthority(target, { organization, now });
    expect(await readFile(join(target, 'signer.pem'), 'utf8')).toBe(made.signerPem);
  });

  test('refuses a folder with something else in it, a foreign key, and an expired authority', async () => {
    const occupied = join(folder, 'occupied');
    await mkdir(occupied);
    await writeFile(join(occupied, 'notes.txt'), 'mine');
    await expect(ensureTrialCertificateAuthority(occupied, { organization, now })).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['occupied']);

    const target = join(folder, 'ca');
    const made = await ensureTrialCertificateAuthority(target, { organization, now });
    const late = new Date('2031-01-01T00:00:00Z');
    await expect(ensureTrialCertificateAuthority(target, { organization, now: late })).rejects.toThrow(/expired/);
    await writeFile(join(target, 'signer-key.pem'), made.rootKeyPem);
    await expect(ensureTrialCertificateAuthority(target, { organization, now })).rejects.toThrow(/does not belong/);
  });
});
