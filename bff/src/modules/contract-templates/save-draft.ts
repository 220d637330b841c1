import { AppError, type ContractTemplateContent } from '@acceptance/shared';
import { unlessTaken } from '../../database/duplicate-key';
import { noteDecision } from '../../http/act-notes';
import { contentDigest } from '../../http/content-digest';
import { FORGET_UNOPENED_TASK } from '../../jobs/task-jobs';
import type { TemplateTexts } from '../../ports/template-texts';
import {
  type ContractTemplateModel,
  type ContractTemplateRecord,
  isPublished,
  sourceOf,
} from './contract-template.model';
import { DRAFT_TASK } from './draft-task';

export interface SaveDraftNeeds {
  readonly contractTemplates: ContractTemplateModel;
  readonly templateTexts: TemplateTexts;
}

export interface DraftToSave {
  readonly staffId: string;
  /** Of the draft that was changed; null where there was none. */
  readonly revision: number | null;
  readonly content: ContractTemplateContent;
  readonly now: Date;
}

const findDraft = (contractTemplates: ContractTemplateModel): Promise<ContractTemplateRecord | null> =>
  contractTemplates.findOne({ draft: true }).lean<ContractTemplateRecord>();

async function begin(
  { contractTemplates, templateTexts }: SaveDraftNeeds,
  { staffId: savedBy, content, now: savedAt }: DraftToSave,
): Promise<ContractTemplateRecord | null> {
  const templateId = templateTexts.builtIn.id;
  const outbox = [DRAFT_TASK.waits(savedAt)];
  const fresh = { templateId, content, revision: 0, savedBy, savedAt, draft: true as const, outbox };
  const made = await unlessTaken(contractTemplates.create(fresh));
  return made?.toObject<ContractTemplateRecord>() ?? null;
}

const change = (
  contractTemplates: ContractTemplateModel,
  revision: number,
  { staffId: savedBy, content, now: savedAt }: DraftToSave,
): Promise<ContractTemplateRecord | null> =>
  contractTemplates
    .findOneAndUpdate(
      { draft: true, revision },
      { $set: { content, savedBy, savedAt }, $inc: { revision: 1 } },
      { returnDocument: 'after' },
    )
    .lean<ContractTemplateRecord>();

/** Whether this very call has been made before and its answer got lost. */
const isRepeated = (draft: ContractTemplateRecord, { staffId, revision, content }: DraftToSave): boolean =>
  draft.savedBy === staffId &&
  draft.revision === (revision ?? -1) + 1 &&
  contentDigest(draft.content) === contentDigest(content);

/**
 * Keeps what an administrator has written; there is one draft at a time. @throws AppError templates.not_found, request.conflict
 */
export async function saveDraft(needs: SaveDraftNeeds, toSave: DraftToSave): Promise<ContractTemplateRecord> {
  const { contractTemplates } = needs;
  const { revision } = toSave;
  const saved = revision === null ? await begin(needs, toSave) : await change(contractTemplates, revision, toSave);
  const draft = saved ?? (await findDraft(contractTemplates));
  if (!draft) {
    throw new AppError('templates.not_found');
  }
  if (!saved && !isRepeated(draft, toSave)) {
    throw new AppError('request.conflict');
  }
  noteDecision(sourceOf(draft), draft.revision);
  return draft;
}

/** Gives a draft up: it is seen no more. Repeating it changes nothing. @throws AppError templates.published */
export async function discardDraft(
  { contractTemplates }: SaveDraftNeeds,
  { id, staffId, now }: { readonly id: string; readonly staffId: string; readonly now: Date },
): Promise<void> {
  const found = await contractTemplates.findOne({ _id: id }).lean<ContractTemplateRecord>();
  if (found && isPublished(found)) {
    throw new AppError('templates.published');
  }
  if (!found?.draft) {
    return;
  }
  noteDecision(sourceOf(found), found.revision);
  await contractTemplates.updateOne({ _id: id }, FORGET_UNOPENED_TASK);
  // A draft that was published meanwhile stays.
  await contractTemplates.updateOne(
    { _id: id, draft: true },
    {
      $unset: { draft: 1 },
      $set: { discardedAt: now },
      $push: { outbox: DRAFT_TASK.ended('discarded', staffId, now) },
    },
  );
}
