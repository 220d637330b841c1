import type { TypedPerson } from './typed-person';

let unsaved: TypedPerson | null = null;

/**
 * What was typed and has not reached the server yet, kept while the program runs. Deliberately not in the device's storage:
 * an ID number must not stay there.
 */
export const unsavedPerson = {
  read: (): TypedPerson | null => unsaved,
  keep: (person: TypedPerson): void => {
    unsaved = person;
  },
  /** `saved` has arrived; what was typed since then has not. */
  saved: (person: TypedPerson): void => {
    if (unsaved === person) {
      unsaved = null;
    }
  },
  forget: (): void => {
    unsaved = null;
  },
};
