import { STAFF_ROLES } from '@acceptance/shared';
import { type QueryFilter, Types, type UpdateQuery } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import { invitationOf } from './invitations';
import { endAllSessions, hasAdministrator, type MemberDependencies } from './member-record';
import { noteRoles } from './note-change';
import { rolesSinceAfter } from './role-age';
import { takingFactorsAway } from './second-factor';
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
  also: QueryFilter<StaffRecord> = {},
): Promise<boolean> {
  const appliedChanges = _id.toHexString();
  const written = await staffMembers.updateOne(
    { ...also, _id: memberId, disabledAt: null, appliedChanges: { $ne: appliedChanges } },
    { ...update, $push: { ...update.$push, appliedChanges } },
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

/**
 * What was asked for before somebody let the member begin anew, by taking the second factors away or by an invitation, is
 * not theirs for certain.
 */
const notSince = (moment: Date) => ({
  factorsResetAt: { $not: { $gt: moment } },
  acceptedAt: { $not: { $gt: moment } },
});

async function bindCertificate({ staffMembers }: MemberDependencies, change: StaffChangeRecord, now: Date): Outcome {
  const { publicKeySha256 = '' } = change.certificate ?? {};
  const factorCertificates = { _id: new Types.ObjectId(), publicKeySha256, boundAt: now };
  const also = { ...notSince(change.at), 'factorCertificates.publicKeySha256': { $ne: publicKeySha256 } };
  try {
    return (await write(staffMembers, change, { $push: { factorCertificates } }, also)) ? null : 'member-changed';
  } catch (error) {
    if (!isDuplicateKey(error)) {
      throw error;
    }
    return 'certificate-taken';
  }
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
      return (await write(staffMembers, change, takingFactorsAway(now))) ? null : 'member-disabled';
    }
    case 'bind-certificate':
      return bindCertificate(dependencies, change, now);
  }
}

/** Whether the person who asked may no longer: what somebody wanted goes with them. One's own second factor anybody may want. */
async function isAskerLeft({ staffMembers }: MemberDependencies, { kind, by }: StaffChangeRecord): Promise<boolean> {
  const able = kind === 'bind-certificate' ? {} : { roles: 'administrator' as const };
  return (await staffMembers.exists({ ...able, _id: by, disabledAt: null })) === null;
}

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
