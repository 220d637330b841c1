import type { ApplicationStep, FieldProblem } from '@acceptance/shared';
import type { Problem } from '../../../../api/problem';
import { APPLICATION_STEP_LABELS } from '../../../../text/labels';
import { labelled } from '../../../../text/punctuation';
import { FIELD_NAMES_TEXT } from '../../../../text/summary';

const nameOf = (path: string): string | undefined => (FIELD_NAMES_TEXT as Readonly<Record<string, string>>)[path];

export interface MissingPart {
  readonly step: ApplicationStep;
  readonly stepLabel: string;
  /** One line per field, e.g. 邮箱：请填写. */
  readonly lines: readonly string[];
}

const lineOf = ({ path, message }: FieldProblem): string => {
  const label = nameOf(path);
  return label && !message.toLowerCase().includes(label.toLowerCase()) ? labelled(label, message) : message;
};

/**
 * What an `orders.incomplete` refusal is about; null for every other problem. `openStep` is the step that the order,
 * read again after the refusal, is at.
 */
export function whatIsMissing(problem: Problem | null, openStep: ApplicationStep | null): MissingPart | null {
  if (problem?.code !== 'orders.incomplete' || !openStep) {
    return null;
  }
  const step = openStep === 'submit' ? 'form' : openStep;
  return { step, stepLabel: APPLICATION_STEP_LABELS[step], lines: problem.fields.map(lineOf) };
}
