import { fieldProblemsOf } from '@acceptance/shared';
import * as v from 'valibot';

/** What is wrong with one typed value, or null; for the check on leaving a field. */
export function checkField(schema: v.GenericSchema, value: unknown): string | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? null : (fieldProblemsOf(parsed.issues)[0]?.message ?? null);
}
