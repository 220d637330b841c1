import type { OutboxEntry } from '../../database/outbox';
import { openTaskEntry, settleTaskEntry, TASK_JOBS } from '../../jobs/task-jobs';
import type { ContractTemplateModel, ContractTemplateRecord } from './contract-template.model';

const kind = 'contract-template-waiting';

/** Tells the administrators of a new draft. */
export const draftTask = (now: Date): OutboxEntry => openTaskEntry({ kind, facts: {}, redo: null }, now);

/** Closes that task; goes into the write that ends the draft. */
export const draftEnded = (outcome: 'published' | 'discarded', closedBy: string, now: Date): OutboxEntry =>
  settleTaskEntry({ kind, outcome, closedBy }, now);

/** A task that nobody has opened yet must not be opened after it was settled. */
export async function forgetUnopenedTask(
  contractTemplates: ContractTemplateModel,
  { _id }: Pick<ContractTemplateRecord, '_id'>,
): Promise<void> {
  await contractTemplates.updateOne({ _id }, { $pull: { outbox: { job: TASK_JOBS.openTask.name, leasedBy: null } } });
}
