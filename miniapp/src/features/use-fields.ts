import { useState } from 'react';
import { fieldMessage, type Problem } from '../api/problem';

type Checks<Field extends string> = Readonly<Record<Field, (value: string) => string | null>>;

/** Typed fields with their checks: on leaving one, and all of them before sending. */
export function useFields<Field extends string>(checks: Checks<Field>) {
  const fields = Object.keys(checks) as Field[];
  const each = <Value>(value: Value) =>
    Object.fromEntries(fields.map((field) => [field, value])) as Record<Field, Value>;
  const empty = each('');
  const [values, setValues] = useState<Readonly<Record<Field, string>>>(empty);
  const [wrong, setWrong] = useState<Readonly<Record<Field, string | null>>>(each<string | null>(null));

  const check = (field: Field): boolean => {
    const found = checks[field](values[field]);
    setWrong((before) => ({ ...before, [field]: found }));
    return found === null;
  };
  return {
    values,
    change: (field: Field, value: string) => {
      setValues((before) => ({ ...before, [field]: value }));
      // What is being corrected must not stay red.
      setWrong((before) => ({ ...before, [field]: null }));
    },
    leave: (field: Field) => {
      if (values[field] !== '') {
        check(field);
      }
    },
    /** Marks everything that is wrong among the fields; whether nothing is. */
    pass: (...asked: readonly Field[]): boolean => !asked.map(check).includes(false),
    errorOf: (field: Field, problem: Problem | null): string | null => wrong[field] ?? fieldMessage(problem, field),
    clear: () => setValues(empty),
  };
}
