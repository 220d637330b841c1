import * as v from 'valibot';
import { type ApplicationFormDraft, applicationFormDraftSchema } from './application-form';
import { DRAFT_FIELDS, type DraftField, isWritten, readField, writeField } from './draft-fields';

/** Fields that mean nothing one by one: half of one address and half of another is neither. */
const TOGETHER: readonly (readonly DraftField[])[] = [
  ['unit.unifiedSocialCreditCode', 'unit.confirmedCode'],
  ['invoice.taxpayerNumber', 'invoice.confirmedNumber'],
  ['delivery.province', 'delivery.city', 'delivery.district'],
];

/** What is changed as one, named by its first field. */
export type DraftPart = readonly DraftField[];
export const DRAFT_PARTS: readonly DraftPart[] = [
  ...TOGETHER,
  ...DRAFT_FIELDS.filter((field) => !TOGETHER.some((part) => part.includes(field))).map((field) => [field]),
];

/** What was typed, and what stood there before: whoever typed elsewhere meanwhile loses nothing. */
export const draftChangesSchema = v.object({ base: applicationFormDraftSchema, draft: applicationFormDraftSchema });
export type DraftChanges = v.InferOutput<typeof draftChangesSchema>;

/** Whether two drafts hold the same in these fields; an empty text is the same as none. */
export const sameDraft = (
  one: ApplicationFormDraft,
  other: ApplicationFormDraft,
  fields: DraftPart = DRAFT_FIELDS,
): boolean => fields.every((field) => readField(one, field) === readField(other, field));

/** A draft with these fields as another one has them. */
export const takeFields = (
  draft: ApplicationFormDraft,
  from: ApplicationFormDraft,
  fields: DraftPart,
): ApplicationFormDraft =>
  fields
    .filter((field) => readField(draft, field) !== readField(from, field))
    .reduce((taken, field) => writeField(taken, field, readField(from, field)), draft);

/** These fields of a draft and nothing else. */
export const pickFields = (draft: ApplicationFormDraft, fields: DraftPart): ApplicationFormDraft =>
  fields
    .filter((field) => isWritten(draft, field))
    .reduce<ApplicationFormDraft>((picked, field) => writeField(picked, field, readField(draft, field)), {});

/** What was changed: of that which `draft` says nothing of, nothing was. */
export const changedParts = ({ base, draft }: DraftChanges): DraftPart[] =>
  DRAFT_PARTS.map((part) => part.filter((field) => isWritten(draft, field))).filter(
    (part) => !sameDraft(base, draft, part),
  );

export interface MergedDrafts {
  /** What is stored now, with what was changed here; where both were changed as it is stored. */
  readonly merged: ApplicationFormDraft;
  /** What was changed here, and elsewhere to something else. */
  readonly conflicts: readonly DraftPart[];
}

/** Joins changes with what is stored, whoever has changed that since. */
export function mergeDrafts(changes: DraftChanges, stored: ApplicationFormDraft): MergedDrafts {
  const changed = changedParts(changes);
  const { base, draft } = changes;
  const isFree = (part: DraftPart) => sameDraft(base, stored, part) || sameDraft(draft, stored, part);
  return {
    merged: changed.filter(isFree).reduce((merged, part) => takeFields(merged, draft, part), stored),
    conflicts: changed.filter((part) => !isFree(part)),
  };
}
