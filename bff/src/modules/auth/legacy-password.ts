import { createHash, timingSafeEqual } from 'node:crypto';
import { compare } from 'bcryptjs';
import { decryptJson, encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { LEGACY_PASSWORD_PURPOSE } from '../account';

/** How the old platform hashed; the salt is text. `md5-salt-first`: md5(salt + password), `md5-salt-last`: md5(password + salt). */
export const LEGACY_SCHEMES = ['md5', 'md5-salt-first', 'md5-salt-last', 'sha1', 'sha256', 'bcrypt'] as const;
export type LegacyScheme = (typeof LEGACY_SCHEMES)[number];

export interface LegacyPassword {
  readonly scheme: LegacyScheme;
  /** Hexadecimal in small letters; bcrypt: its own `$2…` text. */
  readonly hash: string;
  /** Empty where the scheme has none (bcrypt carries its own). */
  readonly salt: string;
}

/** What the old platform gave to everybody (manual, chapter on accounts). They open nothing here. */
const RETIRED: ReadonlySet<string> = new Set(['111111', '123456', 'ca123456789']);
export const isRetiredPassword = (password: string): boolean => RETIRED.has(password.normalize('NFKC').toLowerCase());

/** Unsalted hashes are as good as passwords to a thief: they rest encrypted. */
export const sealLegacyPassword = (cipher: FieldCipher, legacy: LegacyPassword, accountId: string): string =>
  encryptJson(cipher, legacy, LEGACY_PASSWORD_PURPOSE, accountId);

const HEX_LENGTHS: Readonly<Record<Exclude<LegacyScheme, 'bcrypt'>, number>> = {
  md5: 32,
  'md5-salt-first': 32,
  'md5-salt-last': 32,
  sha1: 40,
  sha256: 64,
};
/** bcrypt beyond this cost would hold up everybody who signs in. */
const MAX_BCRYPT_COST = 14;

/** Whether a hash can be one of its scheme. */
export function isLegacyHash(scheme: LegacyScheme, hash: string): boolean {
  if (scheme !== 'bcrypt') {
    return hash.length === HEX_LENGTHS[scheme] && /^[0-9a-f]+$/.test(hash);
  }
  const cost = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/.exec(hash)?.[1];
  return cost !== undefined && Number(cost) >= 4 && Number(cost) <= MAX_BCRYPT_COST;
}

const digest = (algorithm: string, text: string): string => createHash(algorithm).update(text, 'utf8').digest('hex');

const DIGESTS: Readonly<Record<Exclude<LegacyScheme, 'bcrypt'>, (password: string, salt: string) => string>> = {
  md5: (password) => digest('md5', password),
  'md5-salt-first': (password, salt) => digest('md5', salt + password),
  'md5-salt-last': (password, salt) => digest('md5', password + salt),
  sha1: (password) => digest('sha1', password),
  sha256: (password) => digest('sha256', password),
};

/** Whether `password` is the one whose sealed hash the old platform left to an account. A retired one never is. */
export async function matchesLegacyPassword(
  cipher: FieldCipher,
  { sealed, accountId }: { readonly sealed: string; readonly accountId: string },
  password: string,
): Promise<boolean> {
  if (isRetiredPassword(password)) {
    return false;
  }
  const { scheme, hash, salt } = decryptJson<LegacyPassword>(cipher, sealed, LEGACY_PASSWORD_PURPOSE, accountId);
  if (scheme === 'bcrypt') {
    return compare(password, hash);
  }
  return timingSafeEqual(Buffer.from(DIGESTS[scheme](password, salt)), Buffer.from(hash));
}
