import { fieldProblemsOf } from '@acceptance/shared';
import * as v from 'valibot';

/** What a schema says first of one value, in Chinese as it stands there, or null. */
export function firstProblem(schema: v.GenericSchema, value: unknown): string | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? null : (fieldProblemsOf(parsed.issues)[0]?.message ?? null);
}
