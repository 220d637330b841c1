import { isOperatorDocument } from '../match/field-conditions';
import { isDocument } from '../values/document';
import { rankOf, typeOf } from '../values/value-type';

/** Fields a filter pins to one of a few values: what a hash index can look up. */
export type EqualityConstraints = Map<string, readonly unknown[]>;

/** Only conditions that every matching document must meet count; what is left out just means a longer search. */
export function equalityConstraints(filter: unknown): EqualityConstraints {
  const constraints: EqualityConstraints = new Map();
  collect(filter, constraints);
  return constraints;
}

function collect(filter: unknown, constraints: EqualityConstraints): void {
  if (!isDocument(filter)) return;
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(condition)) for (const clause of condition) collect(clause, constraints);
    else if (!field.startsWith('$')) {
      const values = valuesOf(condition);
      const known = constraints.get(field);
      if (values && (!known || values.length < known.length)) constraints.set(field, values);
    }
  }
}

function valuesOf(condition: unknown): readonly unknown[] | undefined {
  if (!isOperatorDocument(condition)) return isLookupValue(condition) ? [condition] : undefined;
  if ('$eq' in condition && isLookupValue(condition.$eq)) return [condition.$eq];
  const list = condition.$in;
  return Array.isArray(list) && list.every(isLookupValue) ? list : undefined;
}

/** null also means "missing", an array also means "contains", a regular expression is a search. */
function isLookupValue(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  const type = typeOf(value);
  return type !== 'array' && type !== 'regex' && rankOf(value) > 0;
}
