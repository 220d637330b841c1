import { AppError, type InvitedMember, type StaffMember, type StaffRole } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import { invitationOf, makeInvitation } from './invitations';
import { endAllSessions, findMember, hasAdministrator, type MemberDependencies, presentMember } from './member-record';
import { noteHeldRoles, noteRoles } from './note-change';
import { rolesSinceAfter } from './role-age';
import { takingFactorsAway } from './second-factor';
import type { StaffRecord } from './staff.model';

/** All staff, by user name. */
export async function listMembers({ staffMembers }: Pick<MemberDependencies, 'staffMembers'>): Promise<StaffMember[]> {
  return (await staffMembers.find().sort({ username: 1 }).lean<StaffRecord[]>()).map(presentMember);
}

export interface NewMember {
  /** As `staffUsernameSchema` makes it. */
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly StaffRole[];
}

/**
 * Adds somebody who can sign in once the invitation is accepted. This and what follows is done at once: the operator's
 * command line calls it, the desk only what takes rights away (see `ask-change.ts` for the rest). @throws AppError staff.username_taken
 */
export async function addMember(
  dependencies: MemberDependencies,
  { username, displayName, roles }: NewMember,
  now: Date,
): Promise<InvitedMember> {
  const { code, codeHash } = makeInvitation(dependencies);
  noteRoles([], roles);
  const fresh = {
    username,
    displayName,
    roles: [...roles],
    rolesSince: rolesSinceAfter({ roles: [] }, roles, now),
    invitation: invitationOf(codeHash, now),
    disabledAt: null,
    createdAt: now,
  };
  try {
    const added = await dependencies.staffMembers.create(fresh);
    return { ...presentMember(added.toObject<StaffRecord>()), invitationCode: code };
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError('staff.username_taken') : error;
  }
}

/** Invites anew; the earlier code is void. @throws AppError staff.member_not_found, staff.member_disabled */
export async function inviteMember(
  dependencies: MemberDependencies,
  staffId: string,
  now: Date,
): Promise<InvitedMember> {
  const member = await findMember(dependencies, staffId);
  noteHeldRoles(member.roles);
  const { code, codeHash } = makeInvitation(dependencies);
  const invitation = invitationOf(codeHash, now);
  const invited = await dependencies.staffMembers.updateOne(
    { _id: member._id, disabledAt: null },
    { $set: { invitation } },
  );
  if (invited.matchedCount === 0) {
    throw new AppError('staff.member_disabled');
  }
  return { ...presentMember({ ...member, invitation }), invitationCode: code };
}

/**
 * Makes a change that may take an administrator away. It is undone when nobody would be left: two who take each other
 * away at the same time may both fail, never both succeed.
 */
async function keepAdministrator(
  dependencies: MemberDependencies,
  staffId: string,
  update: UpdateQuery<StaffRecord>,
): Promise<StaffRecord> {
  const { staffMembers } = dependencies;
  const { _id, roles, rolesSince = {}, disabledAt } = await findMember(dependencies, staffId);
  await staffMembers.updateOne({ _id }, update);
  if (!(await hasAdministrator(staffMembers))) {
    await staffMembers.updateOne({ _id }, { $set: { roles, rolesSince, disabledAt } });
    throw new AppError('staff.last_administrator');
  }
  return findMember(dependencies, staffId);
}

/** What takes rights away, and only that; roles that were given meanwhile or taken by others are left alone. */
const removal = (removed: readonly StaffRole[]): UpdateQuery<StaffRecord> => ({
  $pull: { roles: { $in: removed } },
  $unset: Object.fromEntries(removed.map((role) => [`rolesSince.${role}`, 1])),
});

/** @throws AppError staff.member_not_found, staff.last_administrator */
export async function setMemberRoles(
  dependencies: MemberDependencies,
  staffId: string,
  roles: readonly StaffRole[],
  now: Date,
): Promise<StaffMember> {
  const before = await findMember(dependencies, staffId);
  const removed = before.roles.filter((role) => !roles.includes(role));
  noteRoles(before.roles, roles);
  const isGranting = roles.some((role) => !before.roles.includes(role));
  if (!isGranting && removed.length === 0) {
    return presentMember(before);
  }
  const update = isGranting
    ? { $set: { roles: [...roles], rolesSince: rolesSinceAfter(before, roles, now) } }
    : removal(removed);
  const changed = await keepAdministrator(dependencies, staffId, update);
  await endAllSessions(dependencies, staffId, now);
  return presentMember(changed);
}

/** @throws AppError staff.member_not_found, staff.last_administrator */
export async function disableMember(
  dependencies: MemberDependencies,
  staffId: string,
  now: Date,
): Promise<StaffMember> {
  const disabled = await keepAdministrator(dependencies, staffId, { $set: { disabledAt: now } });
  noteHeldRoles(disabled.roles);
  await dependencies.staffMembers.updateOne({ _id: disabled._id }, { $unset: { invitation: 1 } });
  await endAllSessions(dependencies, staffId, now);
  return presentMember({ ...disabled, invitation: undefined });
}

/** @throws AppError staff.member_not_found */
export async function enableMember(dependencies: MemberDependencies, staffId: string): Promise<StaffMember> {
  await dependencies.staffMembers.updateOne({ _id: staffId }, { $set: { disabledAt: null } });
  const enabled = await findMember(dependencies, staffId);
  noteHeldRoles(enabled.roles);
  return presentMember(enabled);
}

/** Takes all second factors of somebody away who has lost them; sessions end. @throws AppError staff.member_not_found */
export async function resetMemberSecondFactor(
  dependencies: MemberDependencies,
  staffId: string,
  now: Date,
): Promise<StaffMember> {
  const { staffMembers } = dependencies;
  await staffMembers.updateOne({ _id: staffId }, takingFactorsAway(now));
  const member = await findMember(dependencies, staffId);
  noteHeldRoles(member.roles);
  await endAllSessions(dependencies, staffId, now);
  return presentMember(member);
}
