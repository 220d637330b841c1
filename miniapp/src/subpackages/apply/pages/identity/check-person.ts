import { identityNumberSchema, nameProblemFor, personNameSchema, phoneNumberSchema } from '@acceptance/shared';
import { fieldMessage, type Problem } from '../../../../api/problem';
import { checkField } from '../../../../features/check-field';
import { fieldText } from '../../../../text/field-text';
import { IDENTITY_TEXT } from '../../texts-identity';
import type { TypedPerson } from './typed-person';

export const PERSON_FIELDS = ['name', 'idNumber', 'phone'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];
export type PersonErrors = Record<PersonField, string | null>;

const SCHEMAS = { name: personNameSchema, idNumber: identityNumberSchema, phone: phoneNumberSchema };

/** What is wrong with one field, or null. An empty field is asked for, not corrected. */
export const checkPersonField = (field: PersonField, value: string): string | null =>
  value.trim() === '' ? IDENTITY_TEXT.missing[field] : checkField(SCHEMAS[field], value);

const errorsOf = (messageOf: (field: PersonField) => string | null): PersonErrors => ({
  name: messageOf('name'),
  idNumber: messageOf('idNumber'),
  phone: messageOf('phone'),
});

/** A name that is right by itself and not on this document. */
const checkName = ({ name, idNumber }: TypedPerson): string | null => {
  const problem = nameProblemFor(idNumber, name);
  return problem && fieldText(problem);
};

/** What is wrong with each field; the account's own number, `phone` null, was proved at signing in. */
export const checkPerson = (person: TypedPerson): PersonErrors =>
  errorsOf((field) => {
    const value = person[field];
    return value === null ? null : (checkPersonField(field, value) ?? (field === 'name' ? checkName(person) : null));
  });

/** The server's remarks on single fields. */
export const personErrorsOf = (problem: Problem | null): PersonErrors =>
  errorsOf((field) => fieldMessage(problem, field));

export const hasErrors = (errors: PersonErrors): boolean => PERSON_FIELDS.some((field) => errors[field] !== null);

export const NO_ERRORS: PersonErrors = errorsOf(() => null);
