import { generateRsaKeyPair, type KeyPair } from '../../../../scripts/trial-ca/generate-rsa-key-pair';
import { type IssuedCertificate, issueCertificate } from '../../../../scripts/trial-ca/issue-certificate';

export const AUTHORITY = '示例电子认证有限公司';
/** The day on which the tests take place. */
export const NOW = new Date('2026-06-01T00:00:00Z');

const usage = (flags: Record<string, boolean>) => ({ name: 'keyUsage', critical: true, ...flags });
const isAuthority = { name: 'basicConstraints', critical: true, cA: true };

interface Change {
  readonly organization?: string;
  readonly commonName?: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly extensions?: object[];
}

/** Makes what a real authority would have: root, issuer, contract signing certificate, each with its changes. */
export interface SigningFilesMaker {
  readonly root: IssuedCertificate;
  readonly signerKeyPem: string;
  /** The key of nobody's certificate. */
  readonly otherKeyPem: string;
  issuer(change?: Change): IssuedCertificate;
  signer(change?: Change, issuer?: IssuedCertificate): IssuedCertificate;
}

export const pemOf = (...certificates: readonly IssuedCertificate[]): string =>
  certificates.map(({ certificatePem }) => certificatePem).join('');

/** Key pairs take seconds, so all certificates of a maker share them. */
export async function createSigningFilesMaker(): Promise<SigningFilesMaker> {
  const [authorityKeys, signerKeys, otherKeys] = await Promise.all(
    [2048, 2048, 2048].map((bits) => generateRsaKeyPair(bits)),
  );
  const issue = (keys: KeyPair | undefined, change: Change, by?: IssuedCertificate) => {
    const { organization = AUTHORITY, commonName = AUTHORITY, extensions = [] } = change;
    const { notBefore = new Date('2025-01-01'), notAfter = new Date('2028-01-01') } = change;
    return issueCertificate(
      { name: { organization, commonName }, keys: keys as KeyPair, notBefore, notAfter, extensions },
      by,
    );
  };
  const authority = [isAuthority, usage({ keyCertSign: true, cRLSign: true })];
  const root = issue(authorityKeys, { commonName: 'Root', extensions: authority });
  const issuer = (change: Change = {}) =>
    issue(authorityKeys, { commonName: 'Issuer', extensions: authority, ...change }, root);
  return {
    root,
    issuer,
    signer: (change = {}, by = issuer()) =>
      issue(signerKeys, { extensions: [usage({ digitalSignature: true })], ...change }, by),
    signerKeyPem: String(signerKeys?.privateKey.export({ type: 'pkcs8', format: 'pem' })),
    otherKeyPem: String(otherKeys?.privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}
