import type { X509Certificate } from 'node:crypto';
import { namesOf } from './certificate-fields';
import type { GivenSettings } from './config-schema';
import { hostOfAddress, isThisMachine } from './network-addresses';
import { certificatesOfPem, orNull, privateKeyOfPem } from './read-pem-material';
import { chainDateProblems, isChainOfTrial } from './signing-certificate-problems';

const CLIENT = 'EJBCA_CLIENT_CERTIFICATE_FILE';
const CLIENT_KEY = 'EJBCA_CLIENT_KEY_FILE';
const SERVER_CA = 'EJBCA_SERVER_CA_FILE';
const ROOT = 'EJBCA_ROOT_FILE';
const CERTIFICATE_FILES = [CLIENT, SERVER_CA, ROOT] as const;
const NAMES = ['EJBCA_CA_NAME', 'EJBCA_END_ENTITY_PROFILE', 'EJBCA_PERSON_PROFILE', 'EJBCA_UNIT_PROFILE'] as const;
const NEEDED = ['EJBCA_URL', CLIENT, CLIENT_KEY, SERVER_CA, ROOT, ...NAMES] as const;

/** Content of each file; empty for one that is not there, which has been said already. */
export type EjbcaFiles = Readonly<Record<(typeof CERTIFICATE_FILES)[number] | typeof CLIENT_KEY, string>>;

const certificatesOf = (pem: string): X509Certificate[] => orNull(() => certificatesOfPem(pem)) ?? [];

function materialProblems(pem: EjbcaFiles): string[] {
  const problems = CERTIFICATE_FILES.filter((name) => pem[name] && certificatesOf(pem[name]).length === 0).map(
    (name) => `${name}: holds no certificate, or one that cannot be read`,
  );
  const roots = certificatesOf(pem[ROOT]);
  if (roots.length > 1) {
    problems.push(`${ROOT}: must hold one certificate, the root; it says which chains are believed`);
  }
  if (roots.length === 1 && !roots[0]?.ca) {
    problems.push(`${ROOT}: is no certificate of an authority`);
  }
  const [client] = certificatesOf(pem[CLIENT]);
  const key = privateKeyOfPem(pem[CLIENT_KEY]);
  if (pem[CLIENT_KEY] && !key) {
    problems.push(`${CLIENT_KEY}: holds no private key, or one that cannot be read or is under a passphrase`);
  }
  if (client && key && !orNull(() => client.checkPrivateKey(key))) {
    problems.push(`${CLIENT_KEY}: does not belong to the first certificate of ${CLIENT}`);
  }
  return problems;
}

/** What no start may have. */
export function ejbcaProblems(given: GivenSettings, pem: EjbcaFiles): string[] {
  if (given.CERTIFICATE_AUTHORITY !== 'ejbca') {
    return [];
  }
  const missing = NEEDED.filter((name) => !given[name]);
  return [...missing.map((name) => `${name}: missing; CERTIFICATE_AUTHORITY=ejbca needs it`), ...materialProblems(pem)];
}

/** The stand-in's names all say it (scripts/stand-ins/ejbca/trial-authorities.ts). */
const DEMO_NAME = /\bdemo\b/i;
/** Whom EJBCA's installation makes: may do everything. */
const FIRST_ADMINISTRATOR = /^SuperAdmin$/i;

const saysDemo = (certificate: X509Certificate): boolean =>
  [...namesOf(certificate, 'subject'), ...namesOf(certificate, 'issuer')].some((name) => DEMO_NAME.test(name));

/** What a production start must refuse besides: the stand-in, a trial's root, certificates that are over, too many rights. */
export function ejbcaProductionProblems(given: GivenSettings, pem: EjbcaFiles, now: Date): string[] {
  if (given.CERTIFICATE_AUTHORITY !== 'ejbca') {
    return [];
  }
  const problems = CERTIFICATE_FILES.flatMap((name) => [
    ...(isChainOfTrial(pem[name]) || certificatesOf(pem[name]).some(saysDemo)
      ? [`${name}: this is a trial's; production needs your own`]
      : []),
    ...chainDateProblems(name, pem[name], now, 'the certificate'),
  ]);
  problems.push(
    ...NAMES.filter((name) => DEMO_NAME.test(given[name] ?? '')).map(
      (name) => `${name}: is the demo's; production needs your own`,
    ),
  );
  if (isThisMachine(hostOfAddress(given.EJBCA_URL ?? '') ?? '')) {
    problems.push('EJBCA_URL: production needs EJBCA, not the stand-in on this machine');
  }
  const [client] = certificatesOf(pem[CLIENT]);
  if (client && namesOf(client, 'subject').some((name) => FIRST_ADMINISTRATOR.test(name))) {
    problems.push(`${CLIENT}: is EJBCA's first administrator, who may do everything; make a role of its own`);
  }
  return problems;
}
