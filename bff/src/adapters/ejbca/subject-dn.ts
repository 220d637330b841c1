import type { SubjectAttribute, SubjectAttributeType } from '../../ports/certificate-authority';
import { rejected } from './ejbca-failure';

/**
 * EJBCA's name and the OID of each attribute (CeSecoreNameStyle.java: `SN` is the serial number, not the surname;
 * OIDs: X.520, and ETSI EN 319 412-1 for the organisation identifier).
 */
const ATTRIBUTES: Readonly<Record<SubjectAttributeType, readonly [name: string, oid: string]>> = {
  commonName: ['CN', '2.5.4.3'],
  organizationName: ['O', '2.5.4.10'],
  organizationalUnitName: ['OU', '2.5.4.11'],
  countryName: ['C', '2.5.4.6'],
  stateOrProvinceName: ['ST', '2.5.4.8'],
  localityName: ['L', '2.5.4.7'],
  serialNumber: ['SN', '2.5.4.5'],
  organizationIdentifier: ['organizationIdentifier', '2.5.4.97'],
};

/** Written as `/` by EJBCA without a word (its documentation, "Character Limitations"). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const REPLACED_BY_EJBCA = /[\u0000-\u001f\u007f"\\;!%`<>?$~]/;

/** RFC 4514, section 2.4, as far as EJBCA's X509NameTokenizer reads it: `,`, `+` and `=` anywhere, `#` in front. */
const escaped = (value: string): string => value.replace(/[,+=]|^#/g, (character) => `\\${character}`);

/**
 * The subject as EJBCA reads it, `CN=…,O=…,C=CN`.
 * @throws PortError `rejected`, `unsupported_character`: EJBCA would certify another name than the one that was proved
 */
export function subjectDnOf(subject: readonly SubjectAttribute[]): string {
  if (subject.some(({ value }) => value === '' || value !== value.trim() || REPLACED_BY_EJBCA.test(value))) {
    throw rejected('unsupported_character');
  }
  return subject.map(({ type, value }) => `${ATTRIBUTES[type][0]}=${escaped(value)}`).join(',');
}

/** `oid=value` of each attribute, sorted: EJBCA orders them by the settings of its profile, not by ours. */
export const subjectEntriesOf = (subject: readonly SubjectAttribute[]): string[] =>
  subject.map(({ type, value }) => `${ATTRIBUTES[type][1]}=${value}`).sort();
