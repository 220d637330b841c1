import { AppError, type StepUp } from '@acceptance/shared';
import { unlessTaken } from '../../database/duplicate-key';
import { noteAct, noteDecision } from '../../http/act-notes';
import { FORGET_UNOPENED_TASK } from '../../jobs/task-jobs';
import {
  refusePublication,
  type SecondFactorPolicy,
  type StaffCaller,
  type StepUpDependencies,
  stepUp,
} from '../staff';
import { type CheckTemplateNeeds, checkTemplate } from './check-template';
import {
  type ContractTemplateModel,
  type ContractTemplateRecord,
  isPublished,
  sourceOf,
} from './contract-template.model';
import { DRAFT_TASK } from './draft-task';
import { findTemplate } from './find-template';
import { fieldProblemOf } from './problem-sentence';

export interface PublishDraftNeeds extends CheckTemplateNeeds, StepUpDependencies {
  readonly staffPolicy: SecondFactorPolicy;
}

const REFUSALS = {
  secondAdministrator: 'templates.second_administrator_required',
  tooEarly: 'templates.too_early',
} as const;

const lastPlace = async (contractTemplates: ContractTemplateModel): Promise<number> => {
  const last = await contractTemplates
    .findOne({ place: { $gte: 1 } }, { place: 1 })
    .sort({ place: -1 })
    .lean<Pick<ContractTemplateRecord, 'place'>>();
  return last?.place ?? 0;
};

/** One atomic write, of the very revision that was looked at. @throws AppError request.conflict */
async function publish(
  contractTemplates: ContractTemplateModel,
  { _id, revision, content }: ContractTemplateRecord,
  { staffId: publishedBy, now: publishedAt }: StaffCaller,
): Promise<ContractTemplateRecord> {
  const place = (await lastPlace(contractTemplates)) + 1;
  await contractTemplates.updateOne({ _id }, FORGET_UNOPENED_TASK);
  const write = contractTemplates.findOneAndUpdate(
    { _id, draft: true, revision },
    {
      $set: { place, publishedVersion: content.version, publishedBy, publishedAt },
      $unset: { draft: 1 },
      $push: { outbox: DRAFT_TASK.ended('published', publishedBy, publishedAt) },
    },
    { returnDocument: 'after' },
  );
  const published = await unlessTaken(write.lean<ContractTemplateRecord>());
  if (!published) {
    throw new AppError('request.conflict');
  }
  return published;
}

/**
 * Makes a draft the template of all contracts that are read from now on; those that were agreed to keep their text.
 * @throws AppError templates.*, request.conflict, staff.role_too_new, auth.* of `stepUp`
 */
export async function publishDraft(
  needs: PublishDraftNeeds,
  caller: StaffCaller,
  { id, revision, proof }: { id: string; revision: number; proof: StepUp },
): Promise<ContractTemplateRecord> {
  const { contractTemplates } = needs;
  const draft = await findTemplate(contractTemplates, id);
  if (isPublished(draft)) {
    throw new AppError('templates.published');
  }
  if (draft.revision !== revision) {
    throw new AppError('request.conflict');
  }
  noteDecision(sourceOf(draft), revision);
  noteAct({ version: draft.content.version });
  const problems = await checkTemplate(needs, draft.content);
  if (problems.length > 0) {
    throw new AppError('templates.unfit', { fields: problems.map(fieldProblemOf) });
  }
  await refusePublication(needs, draft, caller, REFUSALS);
  await stepUp(needs, caller, proof);
  return publish(contractTemplates, draft, caller);
}
