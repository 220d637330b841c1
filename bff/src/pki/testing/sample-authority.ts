import { randomBytes } from 'node:crypto';
import {
  buildCertificate,
  buildRootCertificate,
  type CertificateContent,
  type CertificateIssuer,
  type CertificateProfile,
  generatePrivateKeyPem,
  type KeyAlgorithm,
  newSerialNumber,
  openSigningKeyPem,
  readCertificate,
  type SigningKey,
} from '../index';

export const noon = new Date('2026-11-28T12:00:00Z');
const yearsLater = (years: number) => new Date(noon.getTime() + years * 365 * 86_400_000);

export const issuingProfile: CertificateProfile = {
  keyUsages: ['keyCertSign', 'cRLSign'],
  extendedKeyUsages: [],
  policies: [],
  crlUrls: ['http://crl.example.cn/root.crl'],
  ocspUrls: [],
  issuerUrls: [],
  authority: { pathLength: 0 },
  ocspNoCheck: false,
};

export const holderProfile: CertificateProfile = {
  keyUsages: ['digitalSignature', 'nonRepudiation'],
  extendedKeyUsages: ['clientAuth', 'documentSigning'],
  policies: [{ oid: '1.2.156.112559.1.1', cpsUri: 'http://ca.example.cn/cps' }],
  crlUrls: ['http://crl.example.cn/issuing.crl'],
  ocspUrls: ['http://ocsp.example.cn'],
  issuerUrls: ['http://ca.example.cn/issuing.cer'],
  authority: null,
  ocspNoCheck: false,
};

export const responderProfile: CertificateProfile = {
  ...holderProfile,
  keyUsages: ['digitalSignature'],
  extendedKeyUsages: ['ocspSigning'],
  policies: [],
  crlUrls: [],
  ocspUrls: [],
  issuerUrls: [],
  ocspNoCheck: true,
};

export const newKey = async (algorithm: KeyAlgorithm): Promise<SigningKey> =>
  openSigningKeyPem(await generatePrivateKeyPem(algorithm));

export const contentFor = (key: SigningKey, changes: Partial<CertificateContent> = {}): CertificateContent => ({
  serialNumber: newSerialNumber(randomBytes),
  subject: [
    { type: 'countryName', value: 'CN' },
    { type: 'organizationName', value: '北京测试科技有限公司' },
    { type: 'organizationIdentifier', value: 'NTRCN-91110108551385082Q' },
    { type: 'commonName', value: '张三' },
  ],
  publicKeyInfoDer: key.publicKeyInfoDer,
  notBefore: noon,
  notAfter: yearsLater(1),
  profile: holderProfile,
  ...changes,
});

export interface SampleAuthority {
  readonly root: CertificateIssuer;
  readonly issuing: CertificateIssuer;
}

/** A root and an issuing authority with a Chinese name, both of one algorithm. */
export async function createSampleAuthority(algorithm: KeyAlgorithm): Promise<SampleAuthority> {
  const [rootKey, issuingKey] = await Promise.all([newKey(algorithm), newKey(algorithm)]);
  const rootDer = await buildRootCertificate(
    rootKey,
    contentFor(rootKey, {
      subject: [
        { type: 'countryName', value: 'CN' },
        { type: 'commonName', value: '测试根证书' },
      ],
      notAfter: yearsLater(20),
      profile: { ...issuingProfile, authority: { pathLength: null }, crlUrls: [] },
    }),
  );
  const root = { key: rootKey, certificate: readCertificate(rootDer) };
  const issuingDer = await buildCertificate(
    root,
    contentFor(issuingKey, {
      subject: [
        { type: 'countryName', value: 'CN' },
        { type: 'organizationName', value: '测试电子认证服务有限公司' },
        { type: 'commonName', value: '测试签发机构' },
      ],
      notAfter: yearsLater(10),
      profile: issuingProfile,
    }),
  );
  return { root, issuing: { key: issuingKey, certificate: readCertificate(issuingDer) } };
}
