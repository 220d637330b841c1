import { AppError, type StaffChangeKind, type StaffRole, type StepUp } from '@acceptance/shared';
import { Types } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import { outboxEntry } from '../../database/outbox';
import { openTaskEntry } from '../../jobs/task-jobs';
import { makeInvitation } from './invitations';
import { findMember, hasAdministrator, type MemberDependencies } from './member-record';
import { noteChange } from './note-change';
import { COUNTS_AFTER_MS, hasSecondAdministrator } from './role-age';
import type { StaffRecord } from './staff.model';
import type { SecondFactorPolicy } from './staff-accounts';
import type { StaffCaller } from './staff-caller';
import type { StaffChangeModel, StaffChangeRecord } from './staff-change.model';
import { STAFF_CHANGE_JOBS } from './staff-change-jobs';
import type { NewMember } from './staff-members';
import { type StepUpDependencies, stepUp } from './step-up';

export interface AskDependencies extends MemberDependencies, StepUpDependencies {
  readonly staffChanges: StaffChangeModel;
  readonly staffPolicy: SecondFactorPolicy;
}

/** Where no other administrator can agree, everybody on the staff has this long to see it at the desk and object. */
const WAIT_MS = COUNTS_AFTER_MS;
/** An approval after this would be one of what nobody remembers. */
const EXPIRES_AFTER_MS = 7 * 24 * 3_600_000;

interface Wish {
  readonly kind: StaffChangeKind;
  readonly memberId: string;
  readonly username: string;
  readonly displayName: string;
  readonly granted?: StaffRole[];
  readonly revoked?: StaffRole[];
  readonly certificate?: StaffChangeRecord['certificate'];
  readonly codeHash?: string;
}

const after = (moment: Date, ms: number): Date => new Date(moment.getTime() + ms);

/**
 * Stores what somebody wants, after they have proved that it is them; staff see it at the desk at once. What can be
 * refused without a proof has been refused before: a wrong wish uses up no code.
 * @throws AppError staff.change_waiting, auth.* of `stepUp`
 */
export async function ask(
  dependencies: AskDependencies,
  caller: StaffCaller,
  proof: StepUp,
  wish: Wish,
): Promise<StaffChangeRecord> {
  const { staffChanges } = dependencies;
  const { staffId, now } = caller;
  // Somebody who is added has no id yet under which a second wish would be known.
  const openFor = `${wish.kind}|${wish.kind === 'add-member' ? wish.username : wish.memberId}`;
  if (await staffChanges.exists({ openFor })) {
    throw new AppError('staff.change_waiting');
  }
  await stepUp(dependencies, caller, proof);
  const waitsForPerson = await hasSecondAdministrator(dependencies, staffId, now);
  const effectiveAt = waitsForPerson ? null : after(now, WAIT_MS);
  const expiresAt = after(effectiveAt ?? now, EXPIRES_AFTER_MS);
  const fresh = {
    granted: [],
    revoked: [],
    ...wish,
    state: 'waiting' as const,
    openFor,
    by: staffId,
    at: now,
    approvedBy: null,
    effectiveAt,
    expiresAt,
    settledAt: null,
    settledBy: null,
    failure: null,
    outbox: [
      openTaskEntry({ kind: 'staff-change-waiting', facts: {}, redo: null }, now),
      outboxEntry(STAFF_CHANGE_JOBS.settle, effectiveAt ?? expiresAt),
    ],
  };
  try {
    const change = (await staffChanges.create(fresh)).toObject<StaffChangeRecord>();
    noteChange(change);
    return change;
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError('staff.change_waiting') : error;
  }
}

export interface Invited {
  readonly change: StaffChangeRecord;
  /** In clear for the only time; good once the change has taken effect. */
  readonly code: string;
}

/** @throws AppError staff.username_taken, and as `ask` */
export async function askToAdd(
  dependencies: AskDependencies,
  caller: StaffCaller,
  { username, displayName, roles, ...proof }: NewMember & StepUp,
): Promise<Invited> {
  if (await dependencies.staffMembers.exists({ username })) {
    throw new AppError('staff.username_taken');
  }
  const { code, codeHash } = makeInvitation(dependencies);
  const memberId = new Types.ObjectId().toHexString();
  const wish = { kind: 'add-member' as const, memberId, username, displayName, granted: [...roles], codeHash };
  return { code, change: await ask(dependencies, caller, proof, wish) };
}

/** A member in use. @throws AppError staff.member_not_found, staff.member_disabled */
async function findAble(dependencies: AskDependencies, memberId: string): Promise<StaffRecord> {
  const member = await findMember(dependencies, memberId);
  if (member.disabledAt) {
    throw new AppError('staff.member_disabled');
  }
  return member;
}

/** @throws AppError staff.member_not_found, staff.member_disabled, and as `ask` */
export async function askToInvite(
  dependencies: AskDependencies,
  caller: StaffCaller,
  memberId: string,
  proof: StepUp,
): Promise<Invited> {
  const { username, displayName } = await findAble(dependencies, memberId);
  const { code, codeHash } = makeInvitation(dependencies);
  const wish = { kind: 'invite' as const, memberId, username, displayName, codeHash };
  return { code, change: await ask(dependencies, caller, proof, wish) };
}

/** @throws AppError staff.member_not_found, staff.member_disabled, and as `ask` */
export async function askToResetSecondFactor(
  dependencies: AskDependencies,
  caller: StaffCaller,
  memberId: string,
  proof: StepUp,
): Promise<StaffChangeRecord> {
  const { username, displayName } = await findAble(dependencies, memberId);
  return ask(dependencies, caller, proof, { kind: 'reset-second-factor', memberId, username, displayName });
}

/**
 * Roles that are taken in the same breath wait with those that are given: it is one wish.
 * @throws AppError staff.member_not_found, staff.member_disabled, staff.last_administrator, staff.proof_required, and as `ask`
 */
export async function askToGrant(
  dependencies: AskDependencies,
  caller: StaffCaller,
  memberId: string,
  { granted, revoked, password, ...given }: Partial<StepUp> & Required<Pick<Wish, 'granted' | 'revoked'>>,
): Promise<StaffChangeRecord> {
  const { username, displayName } = await findAble(dependencies, memberId);
  if (revoked.includes('administrator') && !(await hasAdministrator(dependencies.staffMembers, memberId))) {
    throw new AppError('staff.last_administrator');
  }
  if (password === undefined) {
    throw new AppError('staff.proof_required');
  }
  const wish = { kind: 'grant-roles' as const, memberId, username, displayName, granted, revoked };
  return ask(dependencies, caller, { password, ...given }, wish);
}
