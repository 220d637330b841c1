import type { ApplicationFormDraft } from '@acceptance/shared';
import { DRAFT_FIELDS, readField, writeField } from './draft-fields';

/**
 * Joins what was typed here but never reached the server with what the server has. `base` is the server's draft when the
 * typing began: fields changed here since then win, all others are the server's (another phone may have gone on).
 */
export function mergeDrafts(
  base: ApplicationFormDraft,
  local: ApplicationFormDraft,
  server: ApplicationFormDraft,
): ApplicationFormDraft {
  return DRAFT_FIELDS.filter((field) => readField(local, field) !== readField(base, field)).reduce(
    (merged, field) => writeField(merged, field, readField(local, field)),
    server,
  );
}

/** Whether two drafts hold the same in every field; an empty text is the same as none. */
export const sameDraft = (one: ApplicationFormDraft, other: ApplicationFormDraft): boolean =>
  DRAFT_FIELDS.every((field) => readField(one, field) === readField(other, field));
