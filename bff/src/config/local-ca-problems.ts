import { existsSync } from 'node:fs';
import type { GivenSettings } from './config-schema';
import { hostOfAddress, isPublicHost } from './network-addresses';
import { chainDateProblems, isChainOfTrial } from './signing-certificate-problems';

const ALWAYS_NEEDED = [
  'LOCAL_CA_MONGODB_URI',
  'LOCAL_CA_STATUS_URL',
  'LOCAL_CA_POLICY_ARC',
  'LOCAL_CA_CPS_URL',
] as const;
/** The settings of an issuing authority: all of them, or none. */
const AUTHORITIES = [
  ['LOCAL_CA_CHAIN_FILE', 'LOCAL_CA_KEY', 'LOCAL_CA_OCSP_CERTIFICATE_FILE', 'LOCAL_CA_OCSP_KEY'],
  ['LOCAL_CA_SM2_CHAIN_FILE', 'LOCAL_CA_SM2_KEY', 'LOCAL_CA_SM2_OCSP_CERTIFICATE_FILE', 'LOCAL_CA_SM2_OCSP_KEY'],
] as const;
const KEYS = ['LOCAL_CA_KEY', 'LOCAL_CA_OCSP_KEY', 'LOCAL_CA_SM2_KEY', 'LOCAL_CA_SM2_OCSP_KEY'] as const;
const CHAINS = ['LOCAL_CA_CHAIN_FILE', 'LOCAL_CA_SM2_CHAIN_FILE'] as const;

function missingProblems(given: GivenSettings): string[] {
  const missing = ALWAYS_NEEDED.filter((name) => !given[name]).map(
    (name) => `${name}: missing; CERTIFICATE_AUTHORITY=local-ca needs it`,
  );
  if (AUTHORITIES.every((names) => names.every((name) => !given[name]))) {
    missing.push('LOCAL_CA_CHAIN_FILE: it or LOCAL_CA_SM2_CHAIN_FILE must be there, each with its keys');
  }
  for (const names of AUTHORITIES.filter((all) => all.some((name) => given[name]))) {
    missing.push(...names.filter((name) => !given[name]).map((name) => `${name}: missing beside ${names[0]}`));
  }
  return missing;
}

/** Files only: whether a token is there and opens, the authority's thread finds out. */
function keyProblems(given: GivenSettings): string[] {
  return KEYS.flatMap((name) => {
    const location = given[name] ?? '';
    if (location.startsWith('pkcs11:')) {
      return /[?&;]pin-/.test(location) ? [`${name}: the PIN has a setting of its own, ${name}_PASSPHRASE`] : [];
    }
    return location !== '' && !existsSync(location) ? [`${name}: the file cannot be read`] : [];
  });
}

/** What no start may have. */
export function localCaProblems(given: GivenSettings): string[] {
  if (given.CERTIFICATE_AUTHORITY !== 'local-ca') {
    return [];
  }
  const problems = [...missingProblems(given), ...keyProblems(given)];
  if (given.LOCAL_CA_MONGODB_URI && given.LOCAL_CA_MONGODB_URI === given.MONGODB_URI) {
    problems.push('LOCAL_CA_MONGODB_URI: is that of the product; the authority needs a database and a role of its own');
  }
  return problems;
}

/** What a production start must refuse besides: the trial authority, an address nobody reaches, a database for play. */
export function localCaProductionProblems(
  given: GivenSettings,
  pem: Readonly<Record<(typeof CHAINS)[number], string>>,
  now: Date,
): string[] {
  if (given.CERTIFICATE_AUTHORITY !== 'local-ca') {
    return [];
  }
  const problems = CHAINS.flatMap((name) => [
    ...(isChainOfTrial(pem[name]) ? [`${name}: this is the trial CA; production needs your own`] : []),
    ...chainDateProblems(name, pem[name], now),
  ]);
  if (given.LOCAL_CA_STATUS_URL && !isPublicHost(hostOfAddress(given.LOCAL_CA_STATUS_URL) ?? '')) {
    problems.push('LOCAL_CA_STATUS_URL: production needs a public address, it is written into certificates');
  }
  if (given.LOCAL_CA_POLICY_ARC?.startsWith('2.999.')) {
    problems.push('LOCAL_CA_POLICY_ARC: 2.999 is for examples; production needs an arc of your own');
  }
  return problems;
}
