import { type ApplicationFormDraft, type ContactView, type DraftField, isWritten, readField } from '@acceptance/shared';
import { changeField } from './change-field';

/** What is known of the applicant, by the field it goes into. */
type Known = Partial<Record<DraftField, string>>;

/** A person's invoice is theirs; a unit's is filled from the unit. */
export function knownOf({ name, phone, email }: ContactView, draft: ApplicationFormDraft): Known {
  return {
    ...(email && { email }),
    ...(name && { 'delivery.receiver': name }),
    ...(name && !draft.unit?.name && { 'invoice.title': name }),
    'delivery.phone': phone,
  };
}

const FILLED: readonly DraftField[] = ['email', 'invoice.title', 'delivery.receiver', 'delivery.phone'];

/** Whether any of these fields could be filled: nobody has touched it, not even to empty it. */
export const isFillable = (draft: ApplicationFormDraft, fields: readonly DraftField[]): boolean =>
  fields.some((field) => FILLED.includes(field) && !isWritten(draft, field));

/** The draft with its untouched fields filled with what is known, as far as they are among `fields`; the same one when there are none. */
export function prefill(
  draft: ApplicationFormDraft,
  contact: ContactView,
  fields: readonly DraftField[],
): ApplicationFormDraft {
  const known = knownOf(contact, draft);
  return fields.reduce((filled, field) => {
    const value = known[field];
    return value && !isWritten(filled, field) ? changeField(filled, field, value) : filled;
  }, draft);
}

/** Whether a field says what is known of the applicant. */
export const isKnown = (draft: ApplicationFormDraft, contact: ContactView, field: DraftField): boolean => {
  const known = knownOf(contact, draft)[field];
  return known !== undefined && readField(draft, field) === known;
};
