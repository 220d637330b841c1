import { type ApplicationFormDraft, type DraftField, readField, writeField } from '@acceptance/shared';

/** The draft with its empty fields filled from an earlier application, as far as they are among `fields`. */
export const fillFields = (
  draft: ApplicationFormDraft,
  previous: ApplicationFormDraft,
  fields: readonly DraftField[],
  isOffered: (field: DraftField, value: string) => boolean = () => true,
): ApplicationFormDraft =>
  fields.reduce((filled, field) => {
    const value = readField(previous, field);
    const canTake = value !== '' && readField(filled, field) === '' && isOffered(field, value);
    return canTake ? writeField(filled, field, value) : filled;
  }, draft);
