import { type CertificateProfile, openSigningKeyPem, readCertificate } from '../../bff/src/pki';
import { authorityProfile, endEntityProfile, makeTrialCertificate } from './make-trial-certificate';
import type { TrialCertificateAuthority } from './trial-certificate-authority';

/** What `local-ca` needs to issue for a trial, in RSA and ECDSA and in SM2; all members are PEM. */
export interface TrialIssuingAuthorities {
  /** Issuing authority and root of the contract's trial authority. */
  chainPem: string;
  keyPem: string;
  responderPem: string;
  responderKeyPem: string;
  sm2ChainPem: string;
  sm2KeyPem: string;
  sm2ResponderPem: string;
  sm2ResponderKeyPem: string;
  sm2RootKeyPem: string;
}

const responderProfile: CertificateProfile = {
  ...endEntityProfile(['digitalSignature']),
  crlUrls: [],
  extendedKeyUsages: ['ocspSigning'],
  ocspNoCheck: true,
};

/**
 * Completes the contract's trial authority: a responder for it (ECDSA, which is quick to make), and root, issuing authority and responder of
 * SM2. For trials and tests only: the keys lie about unprotected.
 */
export async function createTrialIssuingAuthorities(
  { rootPem, issuingPem, issuingKeyPem }: TrialCertificateAuthority,
  { organization, now, kind = '试用' }: { readonly organization: string; readonly now: Date; readonly kind?: string },
): Promise<TrialIssuingAuthorities> {
  const issuing = { key: openSigningKeyPem(issuingKeyPem), certificate: readCertificate(issuingPem) };
  const responderName = { organization, commonName: `${organization}${kind}状态应答`, profile: responderProfile, now };
  const responder = await makeTrialCertificate({ ...responderName, algorithm: 'ecdsa-p256', years: 3 }, issuing);
  const sm2 = { organization, algorithm: 'sm2', now } as const;
  const sm2Root = await makeTrialCertificate({
    ...sm2,
    commonName: `${organization}SM2${kind}根证书`,
    profile: authorityProfile(null),
    years: 10,
  });
  const sm2Issuing = await makeTrialCertificate(
    { ...sm2, commonName: `${organization}SM2${kind}签发机构`, profile: authorityProfile(0), years: 6 },
    sm2Root.issuer,
  );
  const sm2Responder = await makeTrialCertificate({ ...responderName, ...sm2, years: 3 }, sm2Issuing.issuer);
  return {
    chainPem: `${issuingPem.trimEnd()}\n${rootPem}`,
    keyPem: issuingKeyPem,
    responderPem: responder.pem,
    responderKeyPem: responder.keyPem,
    sm2ChainPem: `${sm2Issuing.pem.trimEnd()}\n${sm2Root.pem}`,
    sm2KeyPem: sm2Issuing.keyPem,
    sm2ResponderPem: sm2Responder.pem,
    sm2ResponderKeyPem: sm2Responder.keyPem,
    sm2RootKeyPem: sm2Root.keyPem,
  };
}
