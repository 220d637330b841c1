import { resolve } from 'node:path';
import { type KeptFiles, keptOrMade } from './kept-pem-files';
import { authorityProfile, endEntityProfile, makeTrialCertificate } from './make-trial-certificate';

/** What a trial needs to make electronic seals, in SM2; all members are PEM. */
export interface TrialSealMaker {
  /** The maker's certificate and the root that vouches for makers alone. */
  chainPem: string;
  keyPem: string;
  rootKeyPem: string;
}

interface TrialOptions {
  readonly organization: string;
  readonly now: Date;
  readonly kind?: string;
}

/**
 * Makes a seal maker under a root of its own: whoever the trial's other authorities certify makes no seals. For trials and
 * tests only: the keys lie about unprotected.
 */
export async function createTrialSealMaker({
  organization,
  now,
  kind = '试用',
}: TrialOptions): Promise<TrialSealMaker> {
  const common = { organization, algorithm: 'sm2', now } as const;
  const root = await makeTrialCertificate({
    ...common,
    commonName: `${organization}制章${kind}根证书`,
    profile: authorityProfile(null),
    years: 10,
  });
  const maker = await makeTrialCertificate(
    {
      ...common,
      commonName: `${organization}电子印章制章`,
      profile: endEntityProfile(['digitalSignature', 'nonRepudiation']),
      years: 5,
    },
    root.issuer,
  );
  return { chainPem: `${maker.pem.trimEnd()}\n${root.pem}`, keyPem: maker.keyPem, rootKeyPem: root.keyPem };
}

const files: KeptFiles<TrialSealMaker> = {
  chainPem: { name: 'chain.pem', secret: false },
  keyPem: { name: 'key.pem', secret: true },
  rootKeyPem: { name: 'root-key.pem', secret: true },
};

/** Loads the trial's seal maker from `folder`, or makes it there. @throws Error when the folder holds something incomplete */
export const ensureTrialSealMaker = (folder: string, o: TrialOptions): Promise<TrialSealMaker> =>
  keptOrMade(resolve(folder), files, () => createTrialSealMaker(o));
