import { X509Certificate } from 'node:crypto';
import type { StandInEnvironment } from '../serving/environment';
import type { EjbcaFault } from '../serving/fault-board';
import { nameDer, nameText, parseName } from './distinguished-name';
import { type EjbcaState, openEjbcaState } from './ejbca-state';
import { type Issuer, issuerOf } from './make-certificate';
import { createCertificateAuthorities, DEMO_ISSUER_DN, type EjbcaCredentials } from './trial-authorities';

/** What an administrator sets in EJBCA's pages. */
export interface EjbcaSettings {
  /** CA, "Enforce unique public keys": no key for two end entities. */
  uniquePublicKeys: boolean;
  /** CA, "Enforce key renewal": no key twice for one end entity. */
  keyRenewal: boolean;
  /** CA, "Allow changing revocation reason": KEY_COMPROMISE may replace another reason. */
  reasonChange: boolean;
  /** Certificate profile, "Allow validity override". */
  validityOverride: boolean;
  /** End entity profile: whether it has a field for alternative names. */
  alternativeNames: boolean;
}

export const DEFAULT_SETTINGS: EjbcaSettings = {
  uniquePublicKeys: false,
  keyRenewal: true,
  reasonChange: false,
  validityOverride: true,
  alternativeNames: false,
};

/** A CA with its certificates as DER, the issuing one first. */
export interface IssuingCa {
  readonly dn: string;
  readonly issuer: Issuer;
  readonly chain: readonly Buffer[];
  readonly notAfter: Date;
}

/** All that the operations share. */
export interface EjbcaWorld {
  readonly credentials: EjbcaCredentials;
  readonly settings: EjbcaSettings;
  readonly state: EjbcaState;
  readonly ca: IssuingCa;
  /** Bears the same names and is another one. */
  readonly otherCa: IssuingCa;
  now(): Date;
  changed(): void;
  /** Whether the fault strikes now. */
  strikes(fault: EjbcaFault): boolean;
}

function issuingCa(pems: Pick<EjbcaCredentials, 'rootCertificate' | 'issuerCertificate' | 'issuerKey'>): IssuingCa {
  const certificate = new X509Certificate(pems.issuerCertificate);
  const name = parseName(DEMO_ISSUER_DN);
  return {
    dn: nameText(name),
    issuer: issuerOf(nameDer(name), certificate.publicKey.export({ type: 'spki', format: 'der' }), pems.issuerKey),
    chain: [certificate.raw, new X509Certificate(pems.rootCertificate).raw],
    notAfter: new Date(certificate.validTo),
  };
}

export function createEjbcaWorld(o: {
  credentials: EjbcaCredentials;
  environment: StandInEnvironment;
  settings?: Partial<EjbcaSettings>;
  dataFile?: string;
}): EjbcaWorld {
  const { state, save } = openEjbcaState(o.dataFile);
  return {
    credentials: o.credentials,
    settings: { ...DEFAULT_SETTINGS, ...o.settings },
    state,
    ca: issuingCa(o.credentials),
    otherCa: issuingCa(createCertificateAuthorities()),
    now: o.environment.now,
    changed() {
      save();
      o.environment.changed();
    },
    strikes: (fault) => o.environment.faults.strikes('ejbca', fault, '/v1/certificate/pkcs10enroll'),
  };
}
