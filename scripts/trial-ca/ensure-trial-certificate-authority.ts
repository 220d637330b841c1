import { X509Certificate } from 'node:crypto';
import { resolve } from 'node:path';
import { belongTogether } from './issue-certificate';
import { type KeptFiles, keptOrMade } from './kept-pem-files';
import { createTrialCertificateAuthority, type TrialCertificateAuthority } from './trial-certificate-authority';

const files: KeptFiles<TrialCertificateAuthority> = {
  rootPem: { name: 'root.pem', secret: false },
  rootKeyPem: { name: 'root-key.pem', secret: true },
  issuingPem: { name: 'issuing.pem', secret: false },
  issuingKeyPem: { name: 'issuing-key.pem', secret: true },
  signerPem: { name: 'signer.pem', secret: false },
  signerKeyPem: { name: 'signer-key.pem', secret: true },
  signerChainPem: { name: 'signer-chain.pem', secret: false },
};

/**
 * Loads the trial authority from `folder`, or makes one there.
 * @throws Error when the folder holds something incomplete, keys that do not match, or an expired authority
 */
export async function ensureTrialCertificateAuthority(
  folder: string,
  o: { organization: string; now: Date },
): Promise<TrialCertificateAuthority> {
  const target = resolve(folder);
  const authority = await keptOrMade(target, files, () => createTrialCertificateAuthority(o));
  const pairs: [string, string][] = [
    [authority.rootPem, authority.rootKeyPem],
    [authority.issuingPem, authority.issuingKeyPem],
    [authority.signerPem, authority.signerKeyPem],
  ];
  for (const [certificatePem, keyPem] of pairs) {
    if (!belongTogether(certificatePem, keyPem)) {
      throw new Error(
        `A key in ${target} does not belong to its certificate; remove the folder to make a new trial authority`,
      );
    }
    if (o.now > new Date(new X509Certificate(certificatePem).validTo)) {
      throw new Error(`The trial authority in ${target} has expired; remove the folder to make a new one`);
    }
  }
  return authority;
}
