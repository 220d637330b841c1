import { AppError, type StaffChangeState, type StepUp } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { outboxEntry } from '../../database/outbox';
import { noteAct } from '../../http/act-notes';
import { FORGET_UNOPENED_TASK, settleTaskEntry } from '../../jobs/task-jobs';
import { applyChange } from './apply-change';
import type { AskDependencies } from './ask-change';
import type { MemberDependencies } from './member-record';
import { noteChange } from './note-change';
import { refuseNewMember } from './role-age';
import type { StaffCaller } from './staff-caller';
import type { StaffChangeModel, StaffChangeRecord } from './staff-change.model';
import { STAFF_CHANGE_JOBS } from './staff-change-jobs';
import { stepUp } from './step-up';

export interface SettleDependencies extends MemberDependencies {
  readonly staffChanges: StaffChangeModel;
  readonly now: () => Date;
}

/** How a change ends; the task at the desk is closed with the same word. */
type Ending = Extract<StaffChangeState, 'effective' | 'cancelled' | 'expired' | 'failed'>;

/** @throws AppError staff.change_not_found */
async function findChange(staffChanges: StaffChangeModel, id: string): Promise<StaffChangeRecord> {
  const change = await staffChanges.findOne({ _id: id }).lean<StaffChangeRecord>();
  if (!change) {
    throw new AppError('staff.change_not_found');
  }
  return change;
}

/** Moves a change on unless it has moved meanwhile. */
const move = (
  staffChanges: StaffChangeModel,
  { _id }: Pick<StaffChangeRecord, '_id'>,
  from: StaffChangeState,
  update: UpdateQuery<StaffChangeRecord>,
): Promise<StaffChangeRecord | null> =>
  staffChanges.findOneAndUpdate({ _id, state: from }, update, { returnDocument: 'after' }).lean<StaffChangeRecord>();

async function end(
  staffChanges: StaffChangeModel,
  change: StaffChangeRecord,
  state: Ending,
  { now, by = null, failure = null }: { now: Date; by?: string | null; failure?: string | null },
): Promise<StaffChangeRecord | null> {
  const { _id, state: from } = change;
  await staffChanges.updateOne({ _id, state: from }, FORGET_UNOPENED_TASK);
  return move(staffChanges, change, from, {
    $set: { state, settledAt: now, settledBy: by, failure },
    $unset: { openFor: 1, codeHash: 1 },
    $push: { outbox: settleTaskEntry({ kind: 'staff-change-waiting', outcome: state }, now) },
  });
}

async function makeEffective(dependencies: SettleDependencies, change: StaffChangeRecord): Promise<StaffChangeRecord> {
  const { staffChanges } = dependencies;
  noteChange(change);
  const now = dependencies.now();
  const failure = await applyChange(dependencies, change, now);
  noteAct({ effect: failure ?? 'effective' });
  const ended = await end(staffChanges, change, failure ? 'failed' : 'effective', { now, failure });
  return ended ?? findChange(staffChanges, change._id.toHexString());
}

/** Job: ends a change whose time has come, and finishes one that was approved. Every step may be repeated. */
export async function settleChange(dependencies: SettleDependencies, changeId: string): Promise<void> {
  const { staffChanges } = dependencies;
  const now = dependencies.now();
  const change = await findChange(staffChanges, changeId);
  if (change.state === 'approved') {
    await makeEffective(dependencies, change);
    return;
  }
  if (change.state !== 'waiting' || (change.effectiveAt ?? change.expiresAt) > now) {
    return;
  }
  if (!change.effectiveAt) {
    noteChange(change);
    await end(staffChanges, change, 'expired', { now });
    return;
  }
  const due = await move(staffChanges, change, 'waiting', { $set: { state: 'approved' } });
  if (due) {
    await makeEffective(dependencies, due);
  }
}

/**
 * Another administrator agrees: it takes effect at once. The job beside it finishes what a crash interrupts.
 * @throws AppError staff.change_*, staff.second_administrator_required, staff.role_too_new, auth.* of `stepUp`
 */
export async function approveMemberChange(
  dependencies: SettleDependencies & AskDependencies,
  caller: StaffCaller,
  changeId: string,
  proof: StepUp,
): Promise<StaffChangeRecord> {
  const { staffChanges } = dependencies;
  const { staffId, now } = caller;
  const change = await findChange(staffChanges, changeId);
  if (change.state !== 'waiting' || change.expiresAt <= now) {
    throw new AppError('staff.change_settled');
  }
  if (change.by === staffId) {
    throw new AppError('staff.second_administrator_required');
  }
  noteChange(change);
  await refuseNewMember(dependencies, staffId, 'administrator', now);
  await stepUp(dependencies, caller, proof);
  const approved = await move(staffChanges, change, 'waiting', {
    $set: { state: 'approved', approvedBy: staffId },
    $push: { outbox: outboxEntry(STAFF_CHANGE_JOBS.settle, now) },
  });
  if (!approved) {
    throw new AppError('staff.change_settled');
  }
  return makeEffective(dependencies, approved);
}

/**
 * An administrator, or the person whom it concerns, stops a change; repeating it changes nothing. Others do not find it.
 * @throws AppError staff.change_not_found, staff.change_settled
 */
export async function cancelMemberChange(
  { staffChanges }: SettleDependencies,
  { staffId, isAdministrator, now }: { staffId: string; isAdministrator: boolean; now: Date },
  changeId: string,
): Promise<StaffChangeRecord> {
  const change = await findChange(staffChanges, changeId);
  if (!isAdministrator && change.memberId !== staffId) {
    throw new AppError('staff.change_not_found');
  }
  noteChange(change);
  const waiting = { ...change, state: 'waiting' as const };
  const cancelled = await end(staffChanges, waiting, 'cancelled', { now, by: staffId });
  const last = cancelled ?? (await findChange(staffChanges, changeId));
  if (last.state !== 'cancelled') {
    throw new AppError('staff.change_settled');
  }
  return last;
}

/** What was asked for about somebody does not outlive their being disabled. */
export async function cancelChangesAbout(
  { staffChanges }: SettleDependencies,
  memberId: string,
  { by, now }: { by: string; now: Date },
): Promise<void> {
  const waiting = await staffChanges.find({ memberId, state: 'waiting' }).lean<StaffChangeRecord[]>();
  if (waiting.length > 0) {
    noteAct({ cancelled: waiting.map(({ _id }) => _id.toHexString()).join('+') });
  }
  for (const change of waiting) {
    await end(staffChanges, change, 'cancelled', { now, by });
  }
}
