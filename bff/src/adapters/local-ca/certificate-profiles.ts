import type { CertificateKeyAlgorithm, SubjectAttributeType } from '../../ports/certificate-authority';

/** What every certificate of one kind has in common; names are what orders ask for. */
export interface LocalProfile {
  readonly keyUsages: readonly ('digitalSignature' | 'nonRepudiation')[];
  /** OIDs, or names that pki knows. */
  readonly extendedKeyUsages: readonly string[];
  /** Number of its policy under the authority's arc. */
  readonly policy: number;
  readonly maxDays: number;
  readonly algorithms: readonly CertificateKeyAlgorithm[];
  /** Attributes that a subject of this kind must have. */
  readonly required: readonly SubjectAttributeType[];
  /** Attributes that it may have besides. */
  readonly allowed: readonly SubjectAttributeType[];
}

const ALGORITHMS: readonly CertificateKeyAlgorithm[] = ['rsa-2048', 'rsa-3072', 'ecdsa-p256', 'sm2'];

/** Three years, and the days that a renewal adds of the term before. */
const LONGEST_DAYS = 3 * 366 + 90;

/** Encryption has no profile yet: its keys are made and kept by a key management centre. */
export const CERTIFICATE_PROFILES: Readonly<Record<string, LocalProfile>> = {
  'unit-signing': {
    keyUsages: ['digitalSignature', 'nonRepudiation'],
    extendedKeyUsages: ['clientAuth', 'emailProtection', 'documentSigning'],
    policy: 1,
    maxDays: LONGEST_DAYS,
    algorithms: ALGORITHMS,
    required: ['countryName', 'organizationName', 'organizationIdentifier', 'commonName'],
    allowed: ['stateOrProvinceName', 'localityName', 'organizationalUnitName', 'serialNumber'],
  },
  'person-signing': {
    keyUsages: ['digitalSignature', 'nonRepudiation'],
    extendedKeyUsages: ['clientAuth', 'emailProtection', 'documentSigning'],
    policy: 2,
    maxDays: LONGEST_DAYS,
    algorithms: ALGORITHMS,
    required: ['countryName', 'commonName'],
    allowed: ['stateOrProvinceName', 'localityName', 'organizationName', 'organizationalUnitName', 'serialNumber'],
  },
};
