import { resolve } from 'node:path';
import { type KeptFiles, keptOrMade } from './kept-pem-files';
import type { TrialCertificateAuthority } from './trial-certificate-authority';
import { createTrialIssuingAuthorities, type TrialIssuingAuthorities } from './trial-issuing-authorities';

const files: KeptFiles<TrialIssuingAuthorities> = {
  chainPem: { name: 'chain.pem', secret: false },
  keyPem: { name: 'key.pem', secret: true },
  responderPem: { name: 'responder.pem', secret: false },
  responderKeyPem: { name: 'responder-key.pem', secret: true },
  sm2ChainPem: { name: 'sm2-chain.pem', secret: false },
  sm2KeyPem: { name: 'sm2-key.pem', secret: true },
  sm2ResponderPem: { name: 'sm2-responder.pem', secret: false },
  sm2ResponderKeyPem: { name: 'sm2-responder-key.pem', secret: true },
  sm2RootKeyPem: { name: 'sm2-root-key.pem', secret: true },
};

/**
 * Loads the trial's issuing authorities from `folder`, or makes them there for the trial authority.
 * @throws Error when the folder holds something incomplete, or those of another trial authority
 */
export async function ensureTrialIssuingAuthorities(
  folder: string,
  trialAuthority: TrialCertificateAuthority,
  o: { organization: string; now: Date },
): Promise<TrialIssuingAuthorities> {
  const target = resolve(folder);
  const authorities = await keptOrMade(target, files, () => createTrialIssuingAuthorities(trialAuthority, o));
  if (authorities.keyPem !== trialAuthority.issuingKeyPem) {
    throw new Error(`${target} belongs to another trial authority; remove the folder to make a new one`);
  }
  return authorities;
}
