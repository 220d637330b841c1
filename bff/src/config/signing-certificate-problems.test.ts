import { createTrialCertificateAuthority, type TrialCertificateAuthority } from '../../../scripts/trial-ca';
import { trialContractAuthority } from '../../../scripts/trial-ca/trial-contract-authority';
import { signingCertificateProblems, signingMaterialProblems } from './signing-certificate-problems';
import { EC_CERTIFICATES } from './testing/ec-certificates';
import { AUTHORITY, createSigningFilesMaker, NOW, pemOf, type SigningFilesMaker } from './testing/signing-files';

let maker: SigningFilesMaker;
let trial: TrialCertificateAuthority;
beforeAll(async () => {
  [maker, trial] = await Promise.all([
    createSigningFilesMaker(),
    createTrialCertificateAuthority({ organization: AUTHORITY, now: NOW }),
  ]);
});

const problemsOf = (chainPem: string, name: string | undefined = AUTHORITY, now = NOW) =>
  signingCertificateProblems(chainPem, name, now);
/** One problem, about the chain, in these words. */
const only = (words: string) => [expect.stringMatching(new RegExp(`^CONTRACT_SIGNER_CHAIN_FILE: .*${words}`))];

describe('what no start may have', () => {
  const materialProblems = (chainPem: string, keyPem: string) => signingMaterialProblems({ chainPem, keyPem });

  it('is none of a real chain, and none of the trial', () => {
    expect(materialProblems(pemOf(maker.signer(), maker.issuer()), maker.signerKeyPem)).toEqual([]);
    expect(materialProblems(trial.signerChainPem, trial.signerKeyPem)).toEqual([]);
  });

  it('is a key that belongs to another certificate', () => {
    const chainPem = pemOf(maker.issuer(), maker.signer());
    expect(materialProblems(chainPem, maker.signerKeyPem)).toEqual([expect.stringContaining('does not belong')]);
    expect(materialProblems(EC_CERTIFICATES.none, maker.signerKeyPem)).toHaveLength(1);
  });

  it('is a chain without a certificate, with a broken one or with one that is cut off', () => {
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    const cutOff = pemOf(maker.signer(), maker.issuer()).trimEnd().slice(0, -100);
    for (const chainPem of [maker.signerKeyPem, broken, cutOff]) {
      expect(materialProblems(chainPem, maker.signerKeyPem)).toEqual(only('holds no certificate'));
    }
  });

  it('is a key that cannot be read, of which nothing is shown', () => {
    const keyPem = maker.signerKeyPem.slice(0, 400);
    const problems = materialProblems(pemOf(maker.signer()), keyPem);
    expect(problems).toEqual([expect.stringMatching(/^CONTRACT_SIGNER_KEY_FILE: holds no private key/)]);
    expect(problems.join()).not.toContain(keyPem.slice(40, 80));
  });
});

describe('what production may not sign with', () => {
  it('is nothing of a real chain', () => {
    const issuer = maker.issuer();
    expect(problemsOf(pemOf(maker.signer({}, issuer), issuer, maker.root))).toEqual([]);
  });

  it('is the certificate of the trial CA, told by its issuer even where that is left out', () => {
    expect(problemsOf(trial.signerChainPem)).toEqual(only('trial CA'));
    expect(problemsOf(trial.signerPem)[0]).toContain('trial CA');
  });

  it("is a certificate of the demo's fictitious company", () => {
    const issuer = maker.issuer();
    const signer = maker.signer({ organization: trialContractAuthority.name }, issuer);
    expect(problemsOf(pemOf(signer, issuer))).toEqual(only('trial CA'));
  });

  it('is a certificate that has expired or is not valid yet, to the second', () => {
    const issuer = maker.issuer();
    const [notBefore, notAfter] = [new Date('2026-01-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')];
    const chainPem = pemOf(maker.signer({ notBefore, notAfter }, issuer), issuer);
    const after = (date: Date, ms: number) => problemsOf(chainPem, AUTHORITY, new Date(date.getTime() + ms));
    expect(after(notBefore, -1000)).toEqual(only('not valid yet'));
    expect(after(notBefore, 0)).toEqual([]);
    expect(after(notAfter, 0)).toEqual([]);
    expect(after(notAfter, 1000)).toEqual(only('has expired'));
  });

  it('is one whose issuer has expired', () => {
    const issuer = maker.issuer({ notAfter: new Date('2026-05-31') });
    expect(problemsOf(pemOf(maker.signer({}, issuer), issuer))).toEqual(only('an issuer .* has expired'));
  });

  it('is one without its issuer in the file: alone, self-signed, or with a namesake that did not sign it', async () => {
    const missing = only('must follow it');
    const issuer = maker.issuer();
    const namesake = (await createSigningFilesMaker()).issuer();
    expect(problemsOf(pemOf(maker.signer({}, issuer)))).toEqual(missing);
    expect(problemsOf(pemOf(maker.signer({}, issuer), namesake))).toEqual(missing);
    expect(problemsOf(pemOf(maker.root))).toContainEqual(missing[0]);
  });

  it('is one issued by a certificate that is no authority', () => {
    const issuer = maker.issuer({ extensions: [{ name: 'basicConstraints', cA: false }] });
    expect(problemsOf(pemOf(maker.signer({}, issuer), issuer))).toEqual(only('must follow it'));
  });

  it('is one that may not sign, or does not say that it may', () => {
    const issuer = maker.issuer();
    for (const extensions of [[], [{ name: 'keyUsage', keyEncipherment: true }]]) {
      expect(problemsOf(pemOf(maker.signer({ extensions }, issuer), issuer))).toEqual(only('key usage'));
    }
  });

  it('is one of another company; O or CN is enough', () => {
    const issuer = maker.issuer();
    const chainOf = (names: { organization?: string; commonName?: string }) =>
      pemOf(maker.signer(names, issuer), issuer);
    expect(problemsOf(chainOf({ commonName: '合同签署' }))).toEqual([]);
    expect(problemsOf(chainOf({ organization: '集团' }))).toEqual([]);
    const foreign = problemsOf(chainOf({ organization: '别的公司', commonName: '别的公司' }));
    expect(foreign).toEqual(only('AUTHORITY_NAME'));
    expect(foreign.join()).not.toContain('别的公司');
  });
});
