import { createEjbcaAuthority } from './adapters/ejbca/create-ejbca-authority';
import { createLocalCa } from './adapters/local-ca/create-local-ca';
import type { IssuingAuthoritySettings } from './adapters/local-ca/local-ca-settings';
import type { Config } from './config/load-config';
import { connectionOptions } from './database/connection-options';
import { currentRunSignal } from './jobs/run-signal';
import type { CertificateAuthority } from './ports/certificate-authority';

/** What an authority needs of what stands outside our own decisions. */
interface AuthoritySurroundings {
  readonly now: () => Date;
  readonly randomBytes: (size: number) => Buffer;
}

/** What the process knows of an authority besides the port. */
export interface RunningCertificateAuthority extends CertificateAuthority {
  close(): Promise<void>;
}

/** The issuing authorities of the settings: those that have a chain. */
function issuingAuthoritiesOf(config: Config): IssuingAuthoritySettings[] {
  const { pem } = config;
  const all: IssuingAuthoritySettings[] = [
    {
      kind: 'rsa-or-ec',
      chainPem: pem.LOCAL_CA_CHAIN_FILE,
      key: { location: config.LOCAL_CA_KEY, passphrase: config.LOCAL_CA_KEY_PASSPHRASE },
      responderPem: pem.LOCAL_CA_OCSP_CERTIFICATE_FILE,
      responderKey: { location: config.LOCAL_CA_OCSP_KEY, passphrase: config.LOCAL_CA_OCSP_KEY_PASSPHRASE },
    },
    {
      kind: 'sm2',
      chainPem: pem.LOCAL_CA_SM2_CHAIN_FILE,
      key: { location: config.LOCAL_CA_SM2_KEY, passphrase: config.LOCAL_CA_SM2_KEY_PASSPHRASE },
      responderPem: pem.LOCAL_CA_SM2_OCSP_CERTIFICATE_FILE,
      responderKey: { location: config.LOCAL_CA_SM2_OCSP_KEY, passphrase: config.LOCAL_CA_SM2_OCSP_KEY_PASSPHRASE },
    },
  ];
  return all.filter(({ chainPem }) => chainPem !== '');
}

const makeLocalCa = (config: Config, { now }: AuthoritySurroundings) =>
  createLocalCa({
    settings: {
      databaseUri: config.LOCAL_CA_MONGODB_URI,
      databaseOptions: connectionOptions(config.LOCAL_CA_MONGODB_URI),
      authorities: issuingAuthoritiesOf(config),
      statusUrl: config.LOCAL_CA_STATUS_URL,
      policyArc: config.LOCAL_CA_POLICY_ARC,
      cpsUri: config.LOCAL_CA_CPS_URL,
    },
    now,
  });

const makeEjbca = (config: Config, { now, randomBytes }: AuthoritySurroundings): RunningCertificateAuthority => ({
  ...createEjbcaAuthority({
    url: config.EJBCA_URL,
    clientCertificatePem: config.pem.EJBCA_CLIENT_CERTIFICATE_FILE,
    clientKeyPem: config.pem.EJBCA_CLIENT_KEY_FILE,
    serverCaPem: config.pem.EJBCA_SERVER_CA_FILE,
    trustedRootPem: config.pem.EJBCA_ROOT_FILE,
    authorityName: config.EJBCA_CA_NAME,
    endEntityProfile: config.EJBCA_END_ENTITY_PROFILE,
    certificateProfiles: {
      'person-signing': config.EJBCA_PERSON_PROFILE,
      'unit-signing': config.EJBCA_UNIT_PROFILE,
    },
    now,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    timeoutMs: config.EJBCA_TIMEOUT_SECONDS * 1000,
    signal: currentRunSignal,
  }),
  // Every call has a connection of its own, which ends with it.
  close: async () => undefined,
});

/** One adapter for each value of the setting. */
const CERTIFICATE_AUTHORITIES: Readonly<
  Record<
    Config['CERTIFICATE_AUTHORITY'],
    (config: Config, surroundings: AuthoritySurroundings) => RunningCertificateAuthority
  >
> = {
  'local-ca': makeLocalCa,
  ejbca: makeEjbca,
};

/** The authority that the settings name. */
export const createCertificateAuthority = (
  config: Config,
  surroundings: AuthoritySurroundings,
): RunningCertificateAuthority => CERTIFICATE_AUTHORITIES[config.CERTIFICATE_AUTHORITY](config, surroundings);
