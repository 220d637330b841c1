import { randomBytes } from 'node:crypto';
import {
  buildCertificate,
  buildRootCertificate,
  type CertificateIssuer,
  type CertificateProfile,
  generatePrivateKeyPem,
  type KeyAlgorithm,
  newSerialNumber,
  openSigningKeyPem,
  pemOf,
  readCertificate,
} from '../../bff/src/pki';
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

const DAY_MS = 24 * 60 * 60 * 1000;
const YEAR_MS = 365 * DAY_MS;
/** No certificate of the trial root is revoked; the address is what a root's certificates must have. */
const ROOT_CRL_URL = 'http://ca.example.com/trial-root.crl';

const authorityProfile = (pathLength: number | null): CertificateProfile => ({
  keyUsages: ['keyCertSign', 'cRLSign'],
  extendedKeyUsages: [],
  policies: [],
  crlUrls: pathLength === null ? [] : [ROOT_CRL_URL],
  ocspUrls: [],
  issuerUrls: [],
  authority: { pathLength },
  ocspNoCheck: false,
});

const responderProfile: CertificateProfile = {
  ...authorityProfile(null),
  keyUsages: ['digitalSignature'],
  extendedKeyUsages: ['ocspSigning'],
  authority: null,
  ocspNoCheck: true,
};

interface Made {
  readonly pem: string;
  readonly keyPem: string;
  readonly issuer: CertificateIssuer;
}

interface Wanted {
  readonly organization: string;
  readonly commonName: string;
  readonly algorithm: KeyAlgorithm;
  readonly profile: CertificateProfile;
  readonly now: Date;
  readonly years: number;
}

/** A key and its certificate, by `issuer` or by itself, valid from the day before. */
async function make(wanted: Wanted, issuer?: CertificateIssuer): Promise<Made> {
  const { organization, commonName, algorithm, profile, now, years } = wanted;
  const keyPem = await generatePrivateKeyPem(algorithm);
  const key = openSigningKeyPem(keyPem);
  const notAfter = new Date(now.getTime() + years * YEAR_MS);
  const content = {
    serialNumber: newSerialNumber(randomBytes),
    subject: [
      { type: 'countryName' as const, value: 'CN' },
      { type: 'organizationName' as const, value: organization },
      { type: 'commonName' as const, value: commonName },
    ],
    publicKeyInfoDer: key.publicKeyInfoDer,
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: issuer && notAfter > issuer.certificate.notAfter ? issuer.certificate.notAfter : notAfter,
    profile,
  };
  const der = await (issuer ? buildCertificate(issuer, content) : buildRootCertificate(key, content));
  return { pem: pemOf('CERTIFICATE', der), keyPem, issuer: { key, certificate: readCertificate(der) } };
}

/**
 * Completes the contract's trial authority: a responder for it (ECDSA, which is quick to make), and root, issuing authority and responder of
 * SM2. For trials and tests only: the keys lie about unprotected.
 */
export async function createTrialIssuingAuthorities(
  { rootPem, issuingPem, issuingKeyPem }: TrialCertificateAuthority,
  { organization, now }: { readonly organization: string; readonly now: Date },
): Promise<TrialIssuingAuthorities> {
  const issuing = { key: openSigningKeyPem(issuingKeyPem), certificate: readCertificate(issuingPem) };
  const responderName = { organization, commonName: `${organization}试用状态应答`, profile: responderProfile, now };
  const responder = await make({ ...responderName, algorithm: 'ecdsa-p256', years: 3 }, issuing);
  const sm2 = { organization, algorithm: 'sm2', now } as const;
  const sm2Root = await make({
    ...sm2,
    commonName: `${organization}SM2试用根证书`,
    profile: authorityProfile(null),
    years: 10,
  });
  const sm2Issuing = await make(
    { ...sm2, commonName: `${organization}SM2试用签发机构`, profile: authorityProfile(0), years: 6 },
    sm2Root.issuer,
  );
  const sm2Responder = await make({ ...responderName, ...sm2, years: 3 }, sm2Issuing.issuer);
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
