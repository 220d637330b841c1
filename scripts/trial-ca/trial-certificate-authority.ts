import { generateRsaKeyPair } from './generate-rsa-key-pair';
import { type IssuedCertificate, issueCertificate } from './issue-certificate';
import { statusExtensions } from './status-addresses';

/** Everything a trial needs to sign contracts; all members are PEM. */
export interface TrialCertificateAuthority {
  rootPem: string;
  rootKeyPem: string;
  issuingPem: string;
  issuingKeyPem: string;
  signerPem: string;
  signerKeyPem: string;
  /** Signer, issuing authority, root: in the order the contract renderer wants. */
  signerChainPem: string;
}

const day = 24 * 60 * 60 * 1000;
const year = 365 * day;

/**
 * Makes a root, an issuing authority and a contract signing certificate with Chinese names, valid from the day before
 * `now` for ten, six and three years. For trials and tests only: the keys lie about unprotected. Takes a second or two.
 */
export async function createTrialCertificateAuthority(o: {
  organization: string;
  now: Date;
  /** What the names of the authorities say they are for; production refuses what is for a trial. */
  kind?: string;
}): Promise<TrialCertificateAuthority> {
  const { organization, kind = '试用' } = o;
  const until = (years: number) => ({
    notBefore: new Date(o.now.getTime() - day),
    notAfter: new Date(o.now.getTime() + years * year),
  });
  const [rootKeys, issuingKeys, signerKeys] = await Promise.all([3072, 3072, 2048].map(generateRsaKeyPair));
  if (!rootKeys || !issuingKeys || !signerKeys) throw new Error('A key pair is missing');
  const authorityUsage = { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true };
  const root = issueCertificate({
    name: { organization, commonName: `${organization}${kind}根证书` },
    keys: rootKeys,
    ...until(10),
    extensions: [{ name: 'basicConstraints', critical: true, cA: true }, authorityUsage],
  });
  const issuing = issueCertificate(
    {
      name: { organization, commonName: `${organization}${kind}签发机构` },
      keys: issuingKeys,
      ...until(6),
      extensions: [
        { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 },
        authorityUsage,
        ...statusExtensions('root'),
      ],
    },
    root,
  );
  const signer = issueCertificate(
    {
      name: { organization, commonName: organization },
      keys: signerKeys,
      ...until(3),
      extensions: [
        { name: 'basicConstraints', critical: true, cA: false },
        { name: 'keyUsage', critical: true, digitalSignature: true, nonRepudiation: true },
        // documentSigning (RFC 9336) alone is refused by NSS, and with it by poppler; emailProtection makes it content.
        { name: 'extKeyUsage', emailProtection: true, '1.3.6.1.5.5.7.3.36': true },
        ...statusExtensions('issuing'),
      ],
    },
    issuing,
  );
  return pemsOf(root, issuing, signer);
}

function pemsOf(
  root: IssuedCertificate,
  issuing: IssuedCertificate,
  signer: IssuedCertificate,
): TrialCertificateAuthority {
  return {
    rootPem: root.certificatePem,
    rootKeyPem: root.privateKeyPem,
    issuingPem: issuing.certificatePem,
    issuingKeyPem: issuing.privateKeyPem,
    signerPem: signer.certificatePem,
    signerKeyPem: signer.privateKeyPem,
    signerChainPem: [signer, issuing, root]
      .map((issued) => issued.certificatePem.trimEnd())
      .join('\n')
      .concat('\n'),
  };
}
