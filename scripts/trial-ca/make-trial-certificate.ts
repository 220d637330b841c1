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

const DAY_MS = 24 * 60 * 60 * 1000;
const YEAR_MS = 365 * DAY_MS;
/** No certificate of the trial root is revoked; the address is what a root's certificates must have. */
const ROOT_CRL_URL = 'http://ca.example.com/trial-root.crl';

/** Of an authority; null: a root. */
export const authorityProfile = (pathLength: number | null): CertificateProfile => ({
  keyUsages: ['keyCertSign', 'cRLSign'],
  extendedKeyUsages: [],
  policies: [],
  crlUrls: pathLength === null ? [] : [ROOT_CRL_URL],
  ocspUrls: [],
  issuerUrls: [],
  authority: { pathLength },
  ocspNoCheck: false,
});

/** Of an end entity. */
export const endEntityProfile = (keyUsages: CertificateProfile['keyUsages']): CertificateProfile => ({
  ...authorityProfile(0),
  keyUsages,
  authority: null,
});

export interface MadeCertificate {
  readonly pem: string;
  readonly keyPem: string;
  readonly issuer: CertificateIssuer;
}

export interface WantedCertificate {
  readonly organization: string;
  readonly commonName: string;
  readonly algorithm: KeyAlgorithm;
  readonly profile: CertificateProfile;
  readonly now: Date;
  readonly years: number;
}

/** A key and its certificate, by `issuer` or by itself, valid from the day before. */
export async function makeTrialCertificate(
  wanted: WantedCertificate,
  issuer?: CertificateIssuer,
): Promise<MadeCertificate> {
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
