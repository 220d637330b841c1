import { type ApplicationForm, type ApplicationFormDraft, tidyName, unitNameKey } from '@acceptance/shared';
import type { FieldCipher } from '../../../database/field-cipher';
import { recordIdOf } from '../../../database/record-id';
import { openPerson, type Person } from '../../person';
import type { OrderRecord } from '../order.model';

/**
 * Keyed hashes by which other orders of the same person, number, unit or address are found; by every key, as accounts have
 * them: while a key is replaced, processes differ in their newest one. They say what is alike, and nothing of what it is.
 */
export interface RiskTraces {
  readonly personHashes?: string[];
  readonly phoneHashes?: string[];
  readonly unitHashes?: string[];
  readonly addressHashes?: string[];
  /** Of the device that submitted it, as its session knows it. */
  readonly deviceHashes?: readonly string[];
  /** Of the applicant's name and of the unit's: the desk finds orders by them, risks are not told by them. */
  readonly nameHashes?: string[];
  readonly unitNameHashes?: string[];
}

export const RISK_PURPOSES = {
  person: 'order.risk.person',
  phone: 'order.risk.phone',
  unit: 'order.risk.unit',
  address: 'order.risk.address',
  name: 'order.search.name',
  unitName: 'order.search.unit-name',
} as const;

/** However somebody writes blanks, brackets and commas: who sends parcels to one door does not type it twice alike. */
const tidyAddress = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{P}\p{Z}\s]/gu, '')
    .toLowerCase();

const addressOf = ({ delivery }: ApplicationFormDraft): string =>
  delivery?.way === 'courier'
    ? tidyAddress(`${delivery.province}${delivery.city}${delivery.district}${delivery.street}`)
    : '';

/** In letters, capitals say nothing. */
export const searchedName = (name: string): string => tidyName(name).toLowerCase();

const unitNameOf = ({ unit }: ApplicationFormDraft): string => (unit?.name ? unitNameKey(unit.name) : '');
const unitOf = ({ unit }: ApplicationFormDraft): string => unit?.unifiedSocialCreditCode ?? '';

/** What of a stored form and person the hashes are made from; the key rotation makes them anew from the same. */
export const tracedUnit = (form: string): string => unitOf(JSON.parse(form) as ApplicationForm);
export const tracedAddress = (form: string): string => addressOf(JSON.parse(form) as ApplicationForm);
export const tracedUnitName = (form: string): string => unitNameOf(JSON.parse(form) as ApplicationForm);
export const tracedName = (person: string): string => searchedName((JSON.parse(person) as Person).name);
export const tracedPerson = (person: string): string => (JSON.parse(person) as Person).idNumber;
export const tracedPhone = (person: string): string => (JSON.parse(person) as Person).phone;

/** The traces of an order that is handed in with this form. */
export function tracesOf(cipher: FieldCipher, order: OrderRecord, form: ApplicationFormDraft): RiskTraces {
  const { applicant } = order;
  const person = applicant && openPerson(cipher, applicant.person, recordIdOf(order));
  const hashes = (kind: keyof typeof RISK_PURPOSES, value: string | null | undefined) =>
    value ? { [`${kind}Hashes`]: cipher.lookupHashes(value, RISK_PURPOSES[kind]) } : {};
  return {
    ...hashes('person', person?.idNumber),
    ...hashes('phone', person?.phone),
    ...hashes('unit', unitOf(form)),
    ...hashes('address', addressOf(form)),
    ...hashes('name', person && searchedName(person.name)),
    ...hashes('unitName', unitNameOf(form)),
  };
}
