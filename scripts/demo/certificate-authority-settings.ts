import { API_BASE_PATH } from '@acceptance/shared';
import type { EjbcaCredentials } from '../stand-ins';
import type { TrialIssuingAuthorities } from '../trial-ca';
import { trialContractAuthority } from '../trial-ca/trial-contract-authority';
import { writeSecret } from './write-secret';

/** Who issues certificates in a demo: the trial's issuing authorities, or the stand-in of EJBCA. */
const DEMO_AUTHORITIES = ['local-ca', 'ejbca'] as const;
export type DemoAuthority = (typeof DEMO_AUTHORITIES)[number];

/** The choice of whoever starts a demo; local-ca when there is none. @throws Error for what is no choice */
export function demoAuthorityOf(chosen: string | undefined): DemoAuthority {
  const authority = DEMO_AUTHORITIES.find((one) => one === (chosen || 'local-ca'));
  if (!authority) {
    throw new Error(`CERTIFICATE_AUTHORITY must be ${DEMO_AUTHORITIES.join(' or ')}.`);
  }
  return authority;
}

interface LocalCaAddresses {
  /** The local authority's own database. */
  readonly caMongodbUri: string;
  readonly bffOrigin: string;
}

/** The policies are numbered under the arc for examples (ITU-T X.660, 2.999). */
export function localCaSettings(folder: string, issuing: TrialIssuingAuthorities, addresses: LocalCaAddresses) {
  const secret = (name: string, pem: string) => writeSecret(folder, name, pem);
  return {
    CERTIFICATE_AUTHORITY: 'local-ca',
    LOCAL_CA_MONGODB_URI: addresses.caMongodbUri,
    LOCAL_CA_STATUS_URL: `${addresses.bffOrigin}${API_BASE_PATH}`,
    LOCAL_CA_POLICY_ARC: '2.999.1',
    LOCAL_CA_CPS_URL: `${trialContractAuthority.website}/cps`,
    LOCAL_CA_CHAIN_FILE: secret('issuing-chain.pem', issuing.chainPem),
    LOCAL_CA_KEY: secret('issuing-key.pem', issuing.keyPem),
    LOCAL_CA_OCSP_CERTIFICATE_FILE: secret('ocsp-responder.pem', issuing.responderPem),
    LOCAL_CA_OCSP_KEY: secret('ocsp-responder-key.pem', issuing.responderKeyPem),
    LOCAL_CA_SM2_CHAIN_FILE: secret('sm2-issuing-chain.pem', issuing.sm2ChainPem),
    LOCAL_CA_SM2_KEY: secret('sm2-issuing-key.pem', issuing.sm2KeyPem),
    LOCAL_CA_SM2_OCSP_CERTIFICATE_FILE: secret('sm2-ocsp-responder.pem', issuing.sm2ResponderPem),
    LOCAL_CA_SM2_OCSP_KEY: secret('sm2-ocsp-responder-key.pem', issuing.sm2ResponderKeyPem),
  };
}

export const ejbcaSettings = (folder: string, ejbca: EjbcaCredentials, ejbcaUrl: string) => ({
  CERTIFICATE_AUTHORITY: 'ejbca',
  EJBCA_URL: ejbcaUrl,
  EJBCA_CLIENT_CERTIFICATE_FILE: writeSecret(folder, 'ejbca-client.pem', ejbca.clientCertificate),
  EJBCA_CLIENT_KEY_FILE: writeSecret(folder, 'ejbca-client-key.pem', ejbca.clientKey),
  EJBCA_SERVER_CA_FILE: writeSecret(folder, 'ejbca-server-ca.pem', ejbca.tlsCaCertificate),
  EJBCA_ROOT_FILE: writeSecret(folder, 'ejbca-root.pem', ejbca.rootCertificate),
  EJBCA_CA_NAME: ejbca.authorityName,
  EJBCA_END_ENTITY_PROFILE: ejbca.endEntityProfile,
  EJBCA_PERSON_PROFILE: ejbca.certificateProfiles.signing,
  EJBCA_UNIT_PROFILE: ejbca.certificateProfiles.signing,
});
