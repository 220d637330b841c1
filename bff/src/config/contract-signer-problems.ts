import { existsSync, readFileSync } from 'node:fs';
import { openSigningKeyPkcs12, PkiError } from '../pki';
import { readPkcs11Uri } from '../signing-keys/pkcs11/pkcs11-uri';
import type { GivenSettings } from './config-schema';
import { certificatesOfPem, orNull } from './read-pem-material';

const KEY = 'CONTRACT_SIGNER_KEY_FILE';
const PKCS12 = 'CONTRACT_SIGNER_PKCS12_FILE';
const PASSPHRASE = 'CONTRACT_SIGNER_PKCS12_PASSPHRASE_FILE';
const URI = 'CONTRACT_SIGNER_PKCS11_URI';
const MODULE = 'CONTRACT_SIGNER_PKCS11_MODULE';
const PIN = 'CONTRACT_SIGNER_PKCS11_PIN_FILE';
const WAYS = [KEY, PKCS12, URI] as const;
/** Means nothing without the other. */
const BESIDE = { [PASSPHRASE]: PKCS12, [MODULE]: URI, [PIN]: URI } as const;

const read = (file: string | undefined): Buffer | null => (file ? orNull(() => readFileSync(file)) : null);

function wayProblems(given: GivenSettings): string[] {
  const [first, ...more] = WAYS.filter((name) => given[name]);
  if (!first) {
    return [`${KEY}: missing, and so are ${PKCS12} and ${URI}; one of them must be there`];
  }
  return [
    ...more.map((name) => `${name}: the key is in ${first} already; one way only`),
    ...Object.entries(BESIDE)
      .filter(([name, other]) => given[name as keyof typeof BESIDE] && !given[other])
      .map(([name, other]) => `${name}: means nothing without ${other}`),
  ];
}

/** A secret that stands in a file of its own. */
function secretFileProblems(given: GivenSettings, name: typeof PASSPHRASE | typeof PIN, other: string): string[] {
  if (!given[name]) {
    return [`${name}: missing beside ${other}`];
  }
  return read(given[name]) === null ? [`${name}: the file cannot be read`] : [];
}

function pkcs12Problems(given: GivenSettings, chainPem: string): string[] {
  if (!given[PKCS12]) {
    return [];
  }
  const [file, passphrase] = [read(given[PKCS12]), read(given[PASSPHRASE])];
  if (file === null || passphrase === null) {
    return [
      ...(file === null ? [`${PKCS12}: the file cannot be read`] : []),
      ...secretFileProblems(given, PASSPHRASE, PKCS12),
    ];
  }
  try {
    const { key } = openSigningKeyPkcs12(file, passphrase.toString('utf8').replace(/\r?\n$/, ''));
    const [leaf] = orNull(() => certificatesOfPem(chainPem)) ?? [];
    const isOurs = leaf?.publicKey.export({ type: 'spki', format: 'der' }).equals(key.publicKeyInfoDer) ?? true;
    return isOurs ? [] : [`${PKCS12}: does not belong to the first certificate of CONTRACT_SIGNER_CHAIN_FILE`];
  } catch (error) {
    return error instanceof PkiError && error.code === 'wrong_passphrase'
      ? [`${PASSPHRASE}: does not open ${PKCS12}`]
      : [`${PKCS12}: is no PKCS#12 file with one private key, or one of a kind that is not read`];
  }
}

/** Whether the token is there and has the key, the signer finds out: it may come later. */
function pkcs11Problems(given: GivenSettings): string[] {
  const uri = given[URI];
  if (!uri) {
    return [];
  }
  const problems = secretFileProblems(given, PIN, URI);
  const name = readPkcs11Uri(uri, given[MODULE]);
  if (/[?&;]pin-/.test(uri)) {
    problems.push(`${URI}: the PIN has a setting of its own, ${PIN}`);
  } else if (!name) {
    problems.push(`${URI}: must name token, key (object or id) and, here or in ${MODULE} but not in both, the library`);
  } else if (!existsSync(name.modulePath)) {
    problems.push(`${given[MODULE] ? MODULE : URI}: the library cannot be read`);
  }
  return problems;
}

/** What no start may have: no key, two of them, or one that does not open. What a PEM key may have, signingMaterialProblems says. */
export const contractSignerProblems = (given: GivenSettings, chainPem: string): string[] => [
  ...wayProblems(given),
  ...pkcs12Problems(given, chainPem),
  ...pkcs11Problems(given),
];
