import { useEffect, useRef, useState } from 'react';
import {
  checkPerson,
  checkPersonField,
  hasErrors,
  NO_ERRORS,
  type PersonErrors,
  type PersonField,
} from './check-person';
import { isEmptyPerson, NOBODY, type TypedPerson } from './typed-person';
import { unsavedPerson } from './unsaved-person';
import { usePersonAutosave } from './use-person-autosave';

/** The typed person with what is wrong with it. `stored`: what the server has kept, null while it is not known. */
export function usePersonForm(stored: TypedPerson | null) {
  const [person, setPerson] = useState<TypedPerson>(() => unsavedPerson.read() ?? NOBODY);
  const [errors, setErrors] = useState<PersonErrors>(NO_ERRORS);
  const [restored, setRestored] = useState(false);
  const autosave = usePersonAutosave();
  const begun = useRef(!isEmptyPerson(person));

  useEffect(() => {
    if (!stored || begun.current) {
      return;
    }
    begun.current = true;
    if (!isEmptyPerson(stored)) {
      setPerson(stored);
      setRestored(true);
    }
  }, [stored]);

  const put = (next: TypedPerson, ...fields: readonly PersonField[]) => {
    begun.current = true;
    setPerson(next);
    autosave.save(next);
    setErrors((old) => ({ ...old, ...Object.fromEntries(fields.map((field) => [field, null])) }));
  };

  return {
    person,
    errors,
    restored,
    saveState: autosave.saveState,
    settle: autosave.settle,
    type: (field: PersonField, value: string) => put({ ...person, [field]: value }, field),
    /** The number that signs in, or another one that is still to be typed. */
    choosePhone: (isOwn: boolean) => put({ ...person, phone: isOwn ? null : '' }, 'phone'),
    fill: (name: string, idNumber: string) => put({ ...person, name, idNumber }, 'name', 'idNumber'),
    /** Checks a field that was left; an untouched one is left alone. */
    leave: (field: PersonField) => {
      const value = person[field];
      setErrors((old) => ({ ...old, [field]: value ? checkPersonField(field, value) : null }));
    },
    /** Marks one field that is needed now; whether it is right. */
    passField: (field: PersonField): boolean => {
      const found = checkPersonField(field, person[field] ?? '');
      setErrors((old) => ({ ...old, [field]: found }));
      return found === null;
    },
    /** Marks everything that is wrong; whether nothing is. */
    pass: (): boolean => {
      const found = checkPerson(person);
      setErrors(found);
      return !hasErrors(found);
    },
  };
}
