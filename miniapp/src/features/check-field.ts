import { fieldProblemsOf } from '@acceptance/shared';
import * as v from 'valibot';
import { fieldText } from '../text/api-texts';

/** What is wrong with one typed value, or null; for the check on leaving a field. */
export function checkField(schema: v.GenericSchema, value: unknown): string | null {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) {
    return null;
  }
  const [first] = fieldProblemsOf(parsed.issues);
  return first ? fieldText(first.message) : null;
}
