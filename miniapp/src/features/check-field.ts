import type { GenericSchema } from 'valibot';
import { fieldText } from '../text/field-text';
import { firstProblem } from './first-problem';

/** What is wrong with one typed value, or null; for the check on leaving a field. */
export function checkField(schema: GenericSchema, value: unknown): string | null {
  const message = firstProblem(schema, value);
  return message && fieldText(message);
}
