import { broken, type Der, DerMembers, membersOf, readDer } from '../der/read-der';
import { hexOf, oidOf } from '../der/read-values';
import { objectIdentifier, printableString, sequence, setOf, tags, utf8String } from '../der/write-der';
import { PkiError } from '../pki-error';
import type { NameAttribute, NameAttributeType, ReadNameAttribute } from './name-types';

export interface AttributeRule {
  readonly oid: string;
  /** Characters at most (RFC 5280, A.1, and ITU-T X.520 for organizationIdentifier). */
  readonly longest: number;
  /** RFC 5280, A.1: these two are PrintableStrings and nothing else. */
  readonly isPrintable: boolean;
}

export const attributeRules: Readonly<Record<NameAttributeType, AttributeRule>> = {
  commonName: { oid: '2.5.4.3', longest: 64, isPrintable: false },
  organizationName: { oid: '2.5.4.10', longest: 64, isPrintable: false },
  organizationalUnitName: { oid: '2.5.4.11', longest: 64, isPrintable: false },
  countryName: { oid: '2.5.4.6', longest: 2, isPrintable: true },
  stateOrProvinceName: { oid: '2.5.4.8', longest: 128, isPrintable: false },
  localityName: { oid: '2.5.4.7', longest: 128, isPrintable: false },
  serialNumber: { oid: '2.5.4.5', longest: 64, isPrintable: true },
  organizationIdentifier: { oid: '2.5.4.97', longest: 256, isPrintable: false },
};

const encodings: Readonly<Record<number, ReadNameAttribute['encoding']>> = {
  [tags.utf8String]: 'utf8',
  [tags.printableString]: 'printable',
};

const types = Object.keys(attributeRules) as NameAttributeType[];

/**
 * Name (RFC 5280, 4.1.2.4), one attribute each in the order given. Lengths are for the lint to judge.
 * @throws PkiError invalid_input for no attributes, empty values and characters that a PrintableString has not
 */
export function encodeName(attributes: readonly NameAttribute[]): Uint8Array {
  if (attributes.length === 0) throw new PkiError('invalid_input', 'A name has no attributes');
  return sequence(
    ...attributes.map(({ type, value }) => {
      if (value === '' || /\p{Cs}/u.test(value))
        throw new PkiError('invalid_input', 'An attribute of a name has no value');
      const { oid, isPrintable } = attributeRules[type];
      return setOf(sequence(objectIdentifier(oid), isPrintable ? printableString(value) : utf8String(value)));
    }),
  );
}

/** @param nameDer a Name. @throws PkiError broken */
export function readName(nameDer: Uint8Array): ReadNameAttribute[] {
  const name = readDer(nameDer);
  if (name.tag !== tags.sequence) throw broken('a name was expected');
  return membersOf(name).flatMap((relativeName) => {
    if (relativeName.tag !== tags.set) throw broken('a part of a name is no set');
    const attributes = membersOf(relativeName);
    if (attributes.length === 0) throw broken('a part of a name is empty');
    return attributes.map(readAttribute);
  });
}

function readAttribute(der: Der): ReadNameAttribute {
  const members = new DerMembers(der);
  const oid = oidOf(members.any());
  const value = members.any();
  members.end();
  const type = types.find((candidate) => attributeRules[candidate].oid === oid) ?? null;
  return { oid, type, value: textOf(value), encoding: encodings[value.tag] ?? 'other' };
}

/** DirectoryString or IA5String; of other types `#` and their DER in hexadecimal (RFC 4514, 2.4). */
function textOf(der: Der): string {
  switch (der.tag) {
    case tags.utf8String:
      return utf8Of(der.content);
    case tags.printableString:
    case tags.ia5String:
    case tags.teletexString:
      return Buffer.from(der.content).toString('latin1');
    case tags.bmpString:
      if (der.content.length % 2 !== 0) throw broken('a text ends early');
      return Buffer.from(der.content).swap16().toString('utf16le');
    default:
      return `#${hexOf(der.whole)}`;
  }
}

function utf8Of(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw broken('a text is not UTF-8');
  }
}
