import type { TypedPerson } from './check-person';

const EMPTY: TypedPerson = { name: '', idNumber: '', phone: '' };
let typed: TypedPerson = EMPTY;

/**
 * What was typed, kept while the program runs, so that leaving the page loses nothing. Deliberately not in the device's
 * storage: an ID number must not stay there.
 */
export const personDraft = {
  read: (): TypedPerson => typed,
  keep: (person: TypedPerson): void => {
    typed = person;
  },
  forget: (): void => {
    typed = EMPTY;
  },
};
