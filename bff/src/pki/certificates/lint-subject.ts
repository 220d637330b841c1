import { attributeRules } from '../names/distinguished-name';
import type { NameAttributeType, ReadNameAttribute } from '../names/name-types';

type Subject = readonly ReadNameAttribute[];

/** Units may stand one below another; anything else twice makes two people of one. */
const REPEATABLE: readonly (NameAttributeType | null)[] = ['organizationalUnitName'];

const anyValue = (subject: Subject, isBad: (value: string) => boolean): boolean =>
  subject.some(({ value }) => isBad(value));

/** Rules of a subject's name: each says whether it is broken. RFC 5280, 4.1.2.4, 4.1.2.6 and A.1; ETSI EN 319 412-1. */
export const subjectRules = {
  subject_without_common_name: (subject: Subject) => !subject.some(({ type }) => type === 'commonName'),
  subject_attribute_unknown: (subject: Subject) => subject.some(({ type }) => type === null),
  subject_attribute_repeated: (subject: Subject) => {
    const once = subject.map(({ type }) => type).filter((type) => !REPEATABLE.includes(type));
    return new Set(once).size !== once.length;
  },
  subject_value_empty: (subject: Subject) => anyValue(subject, (value) => value.trim() === ''),
  subject_value_with_outer_space: (subject: Subject) => anyValue(subject, (value) => value.trim() !== value),
  subject_value_with_control_character: (subject: Subject) =>
    // Cf: marks that turn text around or cannot be seen make one name look like another
    anyValue(subject, (value) => /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u.test(value)),
  subject_value_not_normalized: (subject: Subject) => anyValue(subject, (value) => value.normalize('NFC') !== value),
  subject_value_too_long: (subject: Subject) =>
    // Characters, not code units: rare ones of names take two
    subject.some(({ type, value }) => type !== null && [...value].length > attributeRules[type].longest),
  subject_wrong_encoding: (subject: Subject) =>
    subject.some(
      ({ type, encoding }) => type !== null && encoding !== (attributeRules[type].isPrintable ? 'printable' : 'utf8'),
    ),
  subject_country_not_a_code: (subject: Subject) =>
    subject.some(({ type, value }) => type === 'countryName' && !/^[A-Z]{2}$/.test(value)),
} as const;
