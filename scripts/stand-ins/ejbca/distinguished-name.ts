import { childrenOf, readElement, readOid } from './der-reader';
import { oid, printableString, sequence, setOf, utf8String } from './der-writer';

export interface NameEntry {
  /** EJBCA's name of the attribute. */
  readonly name: string;
  readonly value: string;
}

/** In the order in which EJBCA puts them into a certificate ("Use LDAP DN order", its default). */
const OIDS: ReadonlyMap<string, string> = new Map([
  ['CN', '2.5.4.3'],
  ['SN', '2.5.4.5'],
  ['SURNAME', '2.5.4.4'],
  ['OU', '2.5.4.11'],
  ['O', '2.5.4.10'],
  ['organizationIdentifier', '2.5.4.97'],
  ['L', '2.5.4.7'],
  ['ST', '2.5.4.8'],
  ['C', '2.5.4.6'],
]);
const ORDER = [...OIDS.keys()];
const ALIASES: ReadonlyMap<string, string> = new Map([
  ...ORDER.map((name) => [name.toLowerCase(), name] as const),
  ['serialnumber', 'SN'],
]);
const PRINTABLE_ONLY = new Set(['C', 'SN']);

export class NameError extends Error {
  override readonly name = 'NameError';
}

/** Splits at a separator that is neither escaped nor in quotes (X509NameTokenizer). Escapes stay. */
function splitAt(text: string, separator: string): string[] {
  const parts = [''];
  let escaped = false;
  let quoted = false;
  for (const character of text) {
    const isSeparator = character === separator && !escaped && !quoted;
    if (isSeparator) parts.push('');
    else parts[parts.length - 1] += character;
    if (character === '"' && !escaped) quoted = !quoted;
    escaped = character === '\\' && !escaped;
  }
  return parts.map((part) => part.trim());
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is one of them
const REPLACED = /[\u0000\n\r;!%`<>?$~]/g;

/** What EJBCA does to every subject before it looks at it. */
export const stripForbidden = (dn: string): string => dn.replace(REPLACED, '/').replace(/\\([^,+"=<>;#\\])/g, '/$1');

/**
 * A subject as EJBCA's API takes it, in the order of EJBCA's certificates.
 * @throws NameError
 */
export function parseName(dn: string): NameEntry[] {
  const entries = splitAt(stripForbidden(dn), ',').map((part): NameEntry => {
    if (splitAt(part, '+').length > 1) throw new NameError('multi-valued');
    const [key = '', ...rest] = part.split('=');
    const name = ALIASES.get(key.trim().toLowerCase());
    const value = rest
      .join('=')
      .replace(/^"(.*)"$/, '$1')
      .replace(/\\(.)/g, '$1');
    if (!name || value === '') throw new NameError(`unknown or empty attribute ${key}`);
    return { name, value };
  });
  return entries.sort((one, other) => ORDER.indexOf(one.name) - ORDER.indexOf(other.name));
}

export const nameText = (entries: readonly NameEntry[]): string =>
  entries.map(({ name, value }) => `${name}=${value.replace(/[,+"\\<>;=]|^#/g, '\\$&')}`).join(',');

export const nameDer = (entries: readonly NameEntry[]): Buffer =>
  sequence(
    ...entries.map(({ name, value }) => {
      const text = PRINTABLE_ONLY.has(name) ? printableString(value) : utf8String(value);
      return setOf(sequence(oid(OIDS.get(name) ?? ''), text));
    }),
  );

/** The attributes of a name in DER that EJBCA knows, as `pkcs10enroll` takes them from a request. @throws DerError */
export function readName(der: Buffer): NameEntry[] {
  return childrenOf(readElement(der)).flatMap((relativeName) =>
    childrenOf(relativeName).flatMap((attribute) => {
      const [type, value] = childrenOf(attribute);
      const name = type && ORDER.find((candidate) => OIDS.get(candidate) === readOid(type));
      return name && value ? [{ name, value: value.content.toString('utf8') }] : [];
    }),
  );
}
