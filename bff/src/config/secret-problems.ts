import { createPublicKey } from 'node:crypto';
import type { RingKey } from '../keys/key-ring';
import type { GivenSettings } from './config-schema';
import { keyRingsOf } from './key-rings';
import { orNull } from './read-pem-material';

/** Made by the operator: 32 bytes in base64, beside the rings. */
const KEYS = ['ACCESS_TOKEN_KEY', 'ACCESS_TOKEN_PREVIOUS_KEY'] as const;
/** Made by the operator, but of 32 characters, which may be hexadecimal. */
const KEY_OF_CHARACTERS = 'WECHAT_PAY_API_V3_KEY';
/** Given by others; only their being used twice is for us to see. */
const PASSWORDS = [
  'WECHAT_APP_SECRET',
  'TENCENT_CLOUD_SECRET_KEY',
  'KUAIDI100_KEY',
  'KUAIDI100_SALT',
  'SMTP_PASSWORD',
] as const;

/** 32 random bytes have about 30 different ones. */
const LEAST_DISTINCT_BYTES = 16;
/** 32 random hexadecimal digits have about 14 different ones of 16: half of those keys would fail the limit of bytes. */
const LEAST_DISTINCT_CHARACTERS = 8;

/** All zero, one byte again and again, ascending, descending, in equal steps. */
function isProgression(bytes: Buffer): boolean {
  const step = ((bytes[1] ?? 0) - (bytes[0] ?? 0)) & 0xff;
  return bytes.every((byte, index) => index === 0 || byte === (((bytes[index - 1] ?? 0) + step) & 0xff));
}

/** A shorter text written more than once. */
function isRepetition(bytes: Buffer): boolean {
  const periods = Array.from({ length: bytes.length >> 1 }, (_, index) => index + 1);
  return periods.some((period) => bytes.every((byte, index) => byte === bytes[index % period]));
}

const isPredictable = (bytes: Buffer, leastDistinct: number): boolean =>
  new Set(bytes).size < leastDistinct || isProgression(bytes) || isRepetition(bytes);

/** Whether 32 bytes are none that chance makes. */
export const isPredictableKey = (bytes: Buffer): boolean => isPredictable(bytes, LEAST_DISTINCT_BYTES);

/** Every key with its setting; of a ring also its place. */
function keysOf(given: GivenSettings): [name: string, bytes: Buffer][] {
  const { encryptionKeys, hashKeys } = keyRingsOf(given);
  const ofRing = (name: string, keys: readonly RingKey[]) =>
    keys.map(({ key }, place): [string, Buffer] => [keys.length > 1 ? `${name}: key ${place + 1}` : name, key]);
  return [
    ...ofRing('FIELD_ENCRYPTION_KEY', encryptionKeys),
    ...ofRing('LOOKUP_HASH_KEY', hashKeys),
    ...KEYS.map((name): [string, Buffer] => [name, Buffer.from(given[name] ?? '', 'base64')]),
  ];
}

function predictableProblems(given: GivenSettings): string[] {
  const problems: string[] = [];
  for (const [name, bytes] of keysOf(given)) {
    // Any other length is the schema's subject.
    if (bytes.length === 32 && isPredictableKey(bytes)) {
      problems.push(`${name}: is not random; make it with \`openssl rand -base64 32\``);
    }
  }
  const characters = Buffer.from(given[KEY_OF_CHARACTERS] ?? '');
  if (characters.length === 32 && isPredictable(characters, LEAST_DISTINCT_CHARACTERS)) {
    problems.push(`${KEY_OF_CHARACTERS}: is not random; set another one in the merchant platform`);
  }
  return problems;
}

/** What makes two PEM files the same key, however each of them is written. */
const keyForm = (pem: string): string =>
  orNull(() => createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('hex')) ?? pem.trim();

const KEY_FILES = ['CONTRACT_SIGNER_KEY_FILE', 'WECHAT_PAY_MERCHANT_KEY_FILE', 'EJBCA_CLIENT_KEY_FILE'] as const;
type PemSecrets = Readonly<Partial<Record<(typeof KEY_FILES)[number], string>>>;

/** Under which forms each secret is known: the same 32 bytes may be given as text here and in base64 there. */
function formsOfSecrets(given: GivenSettings, pem: PemSecrets): [string, string[]][] {
  const text = (value: string) => Buffer.from(value).toString('hex');
  const forms: [string, string[]][] = [
    ...keysOf(given).map(([name, bytes]): [string, string[]] => [
      name,
      [text(bytes.toString('base64')), text(bytes.toString('base64').replace('=', '')), bytes.toString('hex')],
    ]),
    ...[KEY_OF_CHARACTERS, ...PASSWORDS].map((name): [string, string[]] => [
      name,
      [text(given[name as keyof GivenSettings] ?? '')],
    ]),
    ...KEY_FILES.map((name): [string, string[]] => [name, [keyForm(pem[name] ?? '')]]),
  ];
  return forms.map(([name, values]) => [name, values.filter((value) => value !== '')]);
}

/** One secret for two purposes: who learns it for the one has the other. */
function sharedProblems(forms: readonly [string, readonly string[]][]): string[] {
  return forms.flatMap(([name, own], index) => {
    const twin = forms.slice(0, index).find(([, others]) => own.some((form) => others.includes(form)));
    return twin ? [`${name}: is the same secret as ${twin[0]}; every purpose needs its own`] : [];
  });
}

/** Secrets that a production start must refuse: predictable ones, and one used for two purposes. */
export function secretProblems(given: GivenSettings, pem: PemSecrets): string[] {
  return [...predictableProblems(given), ...sharedProblems(formsOfSecrets(given, pem))];
}
