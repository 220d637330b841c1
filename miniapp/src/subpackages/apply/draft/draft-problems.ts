import {
  type ApplicationFormDraft,
  DRAFT_TEXT_FIELDS,
  type DraftField,
  type FieldProblem,
  type ReviewField,
  type ReviewMark,
  readField,
  writeField,
} from '@acceptance/shared';
import { fieldText } from '../../../text/field-text';
import { FIELD_TEXT, FORM_TEXT } from '../texts-form';

const CHOICES: readonly DraftField[] = ['invoice.kind', 'delivery.way', 'unit.role'];

/** The draft with every asked field present, so that a missing one is named in its own words. */
export const withAsked = (draft: ApplicationFormDraft, fields: readonly DraftField[]): ApplicationFormDraft =>
  fields
    .filter((field) => !CHOICES.includes(field))
    .reduce((filled, field) => writeField(filled, field, readField(filled, field)), draft);

/** An empty field is missing, not of the wrong format; a courier is chosen, not typed. */
function messageOf({ path, message }: FieldProblem, draft: ApplicationFormDraft): string {
  const field = DRAFT_TEXT_FIELDS.find((one) => one === path);
  if (!field || readField(draft, field).trim() !== '') {
    return fieldText(message);
  }
  if (field === 'delivery.courier') {
    return FORM_TEXT.chooseCourier;
  }
  // The schema's own sentence where it asks for something; else it would correct what is not there yet.
  return message.startsWith('请') ? fieldText(message) : FORM_TEXT.missing(FIELD_TEXT[field].label);
}

/** Of what a check found, what a page with these fields shows, in their order. */
export function problemsOn(
  fields: readonly string[],
  draft: ApplicationFormDraft,
  found: readonly FieldProblem[],
): FieldProblem[] {
  return found
    .filter(({ path }) => fields.includes(path))
    .map((problem) => ({ ...problem, message: messageOf(problem, draft) }))
    .sort((one, other) => fields.indexOf(one.path) - fields.indexOf(other.path));
}

/** Id of the element around a field, for scrolling to it. */
export const fieldElementId = (path: string): string => `field-${path.replace(/\./g, '-')}`;

/** What the reviewer wrote about one part of the form. */
export const marksOf = (marks: readonly ReviewMark[], field: ReviewField): ReviewMark[] =>
  marks.filter((mark) => mark.field === field);
