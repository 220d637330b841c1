import { STAFF_ROLES, type StaffRole } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import { invitationOf } from './invitations';
import { endAllSessions, hasAdministrator, type MemberDependencies } from './member-record';
import { noteRoles } from './note-change';
import { rolesSinceAfter } from './role-age';
import type { StaffModel, StaffRecord } from './staff.model';
import type { StaffChangeRecord } from './staff-change.model';

/** Null when the change is in the member's record, by this run or an earlier one; else why it cannot be made. */
type Outcome = Promise<string | null>;

async function addMember({ staffMembers }: MemberDependencies, change: StaffChangeRecord, now: Date): Outcome {
  const { memberId, username, displayName, granted, codeHash = '' } = change;
  noteRoles([], granted);
  try {
    await staffMembers.create({
      _id: memberId,
      username,
      displayName,
      roles: granted,
      rolesSince: rolesSinceAfter({ roles: [] }, granted, now),
      invitation: invitationOf(codeHash, now),
      appliedChanges: [change._id.toHexString()],
      disabledAt: null,
      createdAt: now,
    });
    return null;
  } catch (error) {
    if (!isDuplicateKey(error)) {
      throw error;
    }
    return 'username-taken';
  }
}

/** Writes once into a member who is not disabled; `also` must hold, too. */
async function write(
  staffMembers: StaffModel,
  { _id, memberId }: StaffChangeRecord,
  update: UpdateQuery<StaffRecord>,
  also: { readonly roles?: StaffRole[] } = {},
): Promise<boolean> {
  const appliedChanges = _id.toHexString();
  const written = await staffMembers.updateOne(
    { ...also, _id: memberId, disabledAt: null, appliedChanges: { $ne: appliedChanges } },
    { ...update, $push: { appliedChanges } },
  );
  return written.matchedCount === 1;
}

/**
 * Roles are given and taken one by one, not set as they were seen when somebody asked: what was taken away meanwhile stays
 * taken away.
 */
async function grantRoles(dependencies: MemberDependencies, change: StaffChangeRecord, now: Date): Outcome {
  const { staffMembers } = dependencies;
  const member = await staffMembers.findOne({ _id: change.memberId }).lean<StaffRecord>();
  if (!member) {
    return 'member-gone';
  }
  const { roles: before, rolesSince = {} } = member;
  const roles = STAFF_ROLES.filter(
    (role) => change.granted.includes(role) || (before.includes(role) && !change.revoked.includes(role)),
  );
  noteRoles(before, roles);
  const $set = { roles, rolesSince: rolesSinceAfter(member, roles, now) };
  if (!(await write(staffMembers, change, { $set }, { roles: before }))) {
    return 'member-changed';
  }
  if (!(await hasAdministrator(staffMembers))) {
    await staffMembers.updateOne(
      { _id: member._id },
      { $set: { roles: before, rolesSince }, $pull: { appliedChanges: change._id.toHexString() } },
    );
    return 'last-administrator';
  }
  return null;
}

async function changeMember(dependencies: MemberDependencies, change: StaffChangeRecord, now: Date): Outcome {
  const { staffMembers } = dependencies;
  switch (change.kind) {
    case 'add-member':
      return addMember(dependencies, change, now);
    case 'grant-roles':
      return grantRoles(dependencies, change, now);
    case 'invite': {
      const invitation = invitationOf(change.codeHash ?? '', now);
      return (await write(staffMembers, change, { $set: { invitation } })) ? null : 'member-disabled';
    }
    case 'reset-second-factor': {
      const $unset = { secondFactor: 1, pendingSecret: 1 } as const;
      return (await write(staffMembers, change, { $unset })) ? null : 'member-disabled';
    }
  }
}

/** Whether the person who asked is still an administrator: what somebody wanted goes with them. */
const isAskerLeft = async ({ staffMembers }: MemberDependencies, { by }: StaffChangeRecord): Promise<boolean> =>
  (await staffMembers.exists({ _id: by, roles: 'administrator', disabledAt: null })) === null;

/** Puts an approved change into the member's record. It may be repeated: a change is written once. */
export async function applyChange(dependencies: MemberDependencies, change: StaffChangeRecord, now: Date): Outcome {
  const { kind, memberId, _id } = change;
  const isWritten = await dependencies.staffMembers.exists({ _id: memberId, appliedChanges: _id.toHexString() });
  if (!isWritten) {
    const reason = (await isAskerLeft(dependencies, change))
      ? 'asker-left'
      : await changeMember(dependencies, change, now);
    if (reason) {
      return reason;
    }
  }
  if (kind === 'grant-roles' || kind === 'reset-second-factor') {
    await endAllSessions(dependencies, memberId, now);
  }
  return null;
}
