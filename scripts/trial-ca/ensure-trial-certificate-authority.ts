import { randomBytes, X509Certificate } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { belongTogether } from './issue-certificate';
import { createTrialCertificateAuthority, type TrialCertificateAuthority } from './trial-certificate-authority';

const files: Record<keyof TrialCertificateAuthority, { name: string; secret: boolean }> = {
  rootPem: { name: 'root.pem', secret: false },
  rootKeyPem: { name: 'root-key.pem', secret: true },
  issuingPem: { name: 'issuing.pem', secret: false },
  issuingKeyPem: { name: 'issuing-key.pem', secret: true },
  signerPem: { name: 'signer.pem', secret: false },
  signerKeyPem: { name: 'signer-key.pem', secret: true },
  signerChainPem: { name: 'signer-chain.pem', secret: false },
};
const members = Object.keys(files) as (keyof TrialCertificateAuthority)[];

/**
 * Loads the trial authority from `folder`, or makes one there. The files are written to a folder beside it and moved
 * into place in one step, so that a broken run leaves nothing half-written and two runs at once agree on one authority.
 * @throws Error when the folder holds something incomplete, keys that do not match, or an expired authority
 */
export async function ensureTrialCertificateAuthority(
  folder: string,
  o: { organization: string; now: Date },
): Promise<TrialCertificateAuthority> {
  const target = resolve(folder);
  if (await isFilled(target)) return load(target, o.now);
  const created = await createTrialCertificateAuthority(o);
  const draft = `${target}.making-${randomBytes(6).toString('hex')}`;
  await mkdir(dirname(target), { recursive: true });
  await mkdir(draft, { mode: 0o700 });
  try {
    for (const member of members) await writeDurably(draft, files[member], created[member]);
    await rename(draft, target);
    return created;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Somebody else was faster: a folder with files in it cannot be replaced by a rename.
    if (await isFilled(target)) return load(target, o.now);
    throw error;
  }
}

async function isFilled(folder: string): Promise<boolean> {
  return stat(join(folder, files.rootPem.name)).then(
    () => true,
    () => false,
  );
}

async function writeDurably(folder: string, file: { name: string; secret: boolean }, text: string): Promise<void> {
  const path = join(folder, file.name);
  const handle = await open(path, 'wx', file.secret ? 0o600 : 0o644);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (file.secret) await chmod(path, 0o600);
}

async function load(folder: string, now: Date): Promise<TrialCertificateAuthority> {
  const texts = await Promise.all(members.map((member) => readFile(join(folder, files[member].name), 'utf8')));
  const loaded = Object.fromEntries(
    members.map((member, index) => [member, texts[index]]),
  ) as unknown as TrialCertificateAuthority;
  const pairs: [string, string][] = [
    [loaded.rootPem, loaded.rootKeyPem],
    [loaded.issuingPem, loaded.issuingKeyPem],
    [loaded.signerPem, loaded.signerKeyPem],
  ];
  for (const [certificatePem, keyPem] of pairs) {
    if (!belongTogether(certificatePem, keyPem)) {
      throw new Error(
        `A key in ${folder} does not belong to its certificate; remove the folder to make a new trial authority`,
      );
    }
    if (now > new Date(new X509Certificate(certificatePem).validTo)) {
      throw new Error(`The trial authority in ${folder} has expired; remove the folder to make a new one`);
    }
  }
  return loaded;
}
