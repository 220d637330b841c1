import { AppError, type OwnPhoneChange, type StaffPhoneChange } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { outboxEntry } from '../../database/outbox';
import { noteDecision } from '../../http/act-notes';
import { type OwnOrderDependencies, refuseNewMember, refuseOwnAccount } from '../staff';
import {
  countOrdersAndCertificates,
  type FindChangesDependencies,
  findChange,
  findLastChange,
  viewForStaff,
} from './find-changes';
import type { PhoneChangeModel, PhoneChangeRecord } from './phone-change.model';
import { approvalsNeeded, decidedContent, isOpen, presentOwn } from './phone-change.presenter';
import { PHONE_CHANGE_JOBS } from './phone-change-jobs';

export interface Decision {
  readonly changeId: string;
  readonly staffId: string;
  /** What the member of staff saw. */
  readonly revision: number;
  readonly now: Date;
}

/** The change as the member of staff saw it. @throws AppError phone_changes.not_found, phone_changes.decided, request.conflict */
async function findUndecided(phoneChanges: PhoneChangeModel, { changeId, revision }: Decision) {
  const change = await findChange(phoneChanges, changeId);
  if (change.state !== 'requested') {
    throw new AppError('phone_changes.decided');
  }
  if (change.revision !== revision) {
    throw new AppError('request.conflict');
  }
  return change;
}

/** Writes a decision unless the change has moved on meanwhile. @throws AppError request.conflict */
async function write(
  phoneChanges: PhoneChangeModel,
  { _id, revision }: PhoneChangeRecord,
  update: UpdateQuery<PhoneChangeRecord>,
): Promise<PhoneChangeRecord> {
  const written = await phoneChanges
    .findOneAndUpdate(
      { _id, revision, state: 'requested' },
      { ...update, $inc: { revision: 1 } },
      {
        returnDocument: 'after',
      },
    )
    .lean<PhoneChangeRecord>();
  if (!written) {
    throw new AppError('request.conflict');
  }
  return written;
}

export type ApproveDependencies = FindChangesDependencies & OwnOrderDependencies;

/**
 * One person agrees. The last that is needed settles it; it takes effect when the time to object is over. Where two are
 * needed neither may be somebody who has just been made a reviewer: one administrator could make the second one.
 * @throws AppError phone_changes.*, request.conflict, staff.role_too_new, staff.own_order
 */
export async function approveChange(dependencies: ApproveDependencies, decision: Decision): Promise<StaffPhoneChange> {
  const { phoneChanges } = dependencies;
  const { staffId, now } = decision;
  const change = await findUndecided(phoneChanges, decision);
  noteDecision(decidedContent(change, { event: 'approve' }), change.revision);
  if (change.approvals.some((approval) => approval.staffId === staffId)) {
    throw new AppError('phone_changes.second_person_required');
  }
  await refuseOwnAccount(dependencies, staffId, change.accountId);
  const needed = approvalsNeeded(await countOrdersAndCertificates(dependencies, change.accountId));
  if (needed > 1) {
    await refuseNewMember(dependencies, staffId, 'reviewer', now);
  }
  const isLast = change.approvals.length + 1 >= needed;
  const effectiveAt = new Date(Math.max(change.objectUntil.getTime(), now.getTime()));
  const written = await write(phoneChanges, change, {
    $push: {
      approvals: { staffId, at: now },
      ...(isLast && { outbox: outboxEntry(PHONE_CHANGE_JOBS.makeEffective, effectiveAt) }),
    },
    ...(isLast && { $set: { state: 'approved' } }),
  });
  return viewForStaff(dependencies, written, staffId);
}

/** @throws AppError phone_changes.not_found, phone_changes.decided, request.conflict */
export async function refuseChange(
  dependencies: FindChangesDependencies,
  decision: Decision & { readonly reason: string },
): Promise<StaffPhoneChange> {
  const { phoneChanges } = dependencies;
  const { staffId, now, reason } = decision;
  const change = await findUndecided(phoneChanges, decision);
  noteDecision(decidedContent(change, { event: 'refuse', reason }), change.revision);
  const written = await write(phoneChanges, change, {
    $set: { state: 'refused', refusal: reason, settledAt: now },
    $unset: { openFor: 1 },
    $push: { outbox: outboxEntry(PHONE_CHANGE_JOBS.tellResult, now, { result: '未通过，详见申请页面' }) },
  });
  return viewForStaff(dependencies, written, staffId);
}

/**
 * The owner of the account stops a change that has not taken effect; repeating it changes nothing.
 * @throws AppError phone_changes.not_found
 */
export async function objectToChange(
  { phoneChanges }: Pick<FindChangesDependencies, 'phoneChanges'>,
  accountId: string,
  now: Date,
): Promise<OwnPhoneChange> {
  const stopped = await phoneChanges
    .findOneAndUpdate(
      { openFor: accountId, state: { $in: ['requested', 'approved'] }, takingEffect: { $exists: false } },
      {
        $set: { state: 'objected', settledAt: now },
        $unset: { openFor: 1 },
        $inc: { revision: 1 },
        $push: { outbox: outboxEntry(PHONE_CHANGE_JOBS.tellResult, now, { result: '已被原手机号的使用人阻止' }) },
      },
      { returnDocument: 'after' },
    )
    .lean<PhoneChangeRecord>();
  const last = stopped ?? (await findLastChange(phoneChanges, accountId));
  if (!last || isOpen(last) || (!stopped && last.state !== 'objected')) {
    throw new AppError('phone_changes.not_found');
  }
  return presentOwn(last);
}
