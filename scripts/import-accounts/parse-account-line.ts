import { accountEmailSchema, phoneNumberSchema } from '@acceptance/shared';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { isLegacyHash, LEGACY_SCHEMES, type LegacyPassword, type LegacyScheme } from '../../bff/src/modules/auth';

/** Columns of the file, with the headings under which each is known. */
const HEADINGS = {
  phone: ['phone', 'mobile', '手机号', '手机号码'],
  email: ['email', '邮箱', '电子邮箱'],
  scheme: ['password_scheme', 'scheme', '密码算法'],
  hash: ['password_hash', 'hash', '密码', '密码摘要'],
  salt: ['password_salt', 'salt', '盐', '密码盐'],
} as const;
type Column = keyof typeof HEADINGS;
const COLUMNS = Object.keys(HEADINGS) as Column[];

/** Where each column stands in a line; absent ones are null. */
export type ColumnPlaces = Readonly<Record<Column, number | null>>;

/** One account of the old platform. */
export interface ImportedAccount {
  readonly phone: string;
  readonly email: string | null;
  /** Null: the person signs in by code. */
  readonly password: LegacyPassword | null;
}

/** Why a line cannot be taken. It names columns, never what stands in them. */
export type LineProblem = string;

/** The fields of one line, or null when its quotes do not match. */
export function fieldsOf(text: string): string[] | null {
  try {
    const [fields] = parse(text, { relax_column_count: true, trim: true, bom: true }) as string[][];
    return fields ?? [];
  } catch {
    return null;
  }
}

/** @throws Error with what is wrong with the headings */
export function readHeadings(text: string): ColumnPlaces {
  const fields = (fieldsOf(text) ?? []).map((heading) => heading.toLowerCase());
  const placeOf = (column: Column): number | null => {
    const names: readonly string[] = HEADINGS[column];
    const at = fields.findIndex((heading) => names.includes(heading));
    return at === -1 ? null : at;
  };
  const places = Object.fromEntries(COLUMNS.map((column) => [column, placeOf(column)])) as ColumnPlaces;
  if (places.phone === null) {
    throw new Error(`the first line must name the columns; one of them must be ${HEADINGS.phone.join(' or ')}`);
  }
  if ((places.hash === null) !== (places.scheme === null)) {
    throw new Error(`${HEADINGS.hash[0]} and ${HEADINGS.scheme[0]} belong together: one of the two columns is missing`);
  }
  return places;
}

const isScheme = (text: string): text is LegacyScheme => LEGACY_SCHEMES.some((scheme) => scheme === text);

function passwordOf(scheme: string, givenHash: string, salt: string): LegacyPassword | null | LineProblem {
  if (givenHash === '') {
    return null;
  }
  if (!isScheme(scheme)) {
    return `password_scheme is none of ${LEGACY_SCHEMES.join(', ')}`;
  }
  const hash = scheme === 'bcrypt' ? givenHash : givenHash.toLowerCase();
  if (!isLegacyHash(scheme, hash)) {
    return `password_hash is not a ${scheme} hash`;
  }
  if (scheme.startsWith('md5-salt') && salt === '') {
    return 'password_salt is missing';
  }
  return { scheme, hash, salt: scheme.startsWith('md5-salt') ? salt : '' };
}

/** A country code and the separators that people and spreadsheets put into numbers go. */
const plainPhone = (phone: string): string => phone.replaceAll(/[\s-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');

/** What a line says, or why it cannot be taken. */
export function parseAccountLine(text: string, places: ColumnPlaces): ImportedAccount | LineProblem {
  const fields = fieldsOf(text);
  if (!fields) {
    return 'the quotes do not match';
  }
  const field = (column: Column): string => fields[places[column] ?? -1] ?? '';
  const phone = v.safeParse(phoneNumberSchema, plainPhone(field('phone')));
  if (!phone.success) {
    return field('phone') === '' ? 'phone is missing' : 'phone is not a mainland mobile number';
  }
  const email = field('email') === '' ? null : v.safeParse(accountEmailSchema, field('email'));
  if (email && !email.success) {
    return 'email is not an address';
  }
  const password = passwordOf(field('scheme').toLowerCase(), field('hash'), field('salt'));
  return typeof password === 'string' ? password : { phone: phone.output, email: email?.output ?? null, password };
}
