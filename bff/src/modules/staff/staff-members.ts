import { AppError, type InvitedMember, type StaffMember, type StaffRole } from '@acceptance/shared';
import { isDuplicateKey } from '../../database/duplicate-key';
import type { FieldCipher } from '../../database/field-cipher';
import { endSessions, type SessionModel } from '../auth';
import { makeInvitation } from './invitations';
import type { StaffModel, StaffRecord } from './staff.model';

export interface MemberDependencies {
  readonly staffMembers: StaffModel;
  readonly sessions: SessionModel;
  readonly cipher: FieldCipher;
  readonly randomBytes: (size: number) => Buffer;
}

const stateOf = ({ disabledAt, passwordHash }: StaffRecord): StaffMember['state'] => {
  if (disabledAt) {
    return 'disabled';
  }
  return passwordHash ? 'active' : 'invited';
};

const presentMember = (staff: StaffRecord): StaffMember => ({
  id: staff._id.toHexString(),
  username: staff.username,
  displayName: staff.displayName,
  roles: staff.roles,
  state: stateOf(staff),
  secondFactor: staff.secondFactor !== undefined,
  invitedUntil: staff.invitation?.expiresAt.toISOString() ?? null,
  createdAt: staff.createdAt.toISOString(),
});

async function findMember({ staffMembers }: MemberDependencies, staffId: string): Promise<StaffRecord> {
  const member = await staffMembers.findOne({ _id: staffId }).lean<StaffRecord>();
  if (!member) {
    throw new AppError('staff.member_not_found');
  }
  return member;
}

const endAllSessions = ({ sessions }: MemberDependencies, staffId: string, now: Date) =>
  endSessions(sessions, { kind: 'staff', subjectId: staffId, except: null, now });

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

/** Adds somebody who can sign in once the invitation is accepted. @throws AppError staff.username_taken */
export async function addMember(
  dependencies: MemberDependencies,
  { username, displayName, roles }: NewMember,
  now: Date,
): Promise<InvitedMember> {
  const { code, invitation } = makeInvitation(dependencies, now);
  const fresh = { username, displayName, roles: [...roles], invitation, disabledAt: null, createdAt: now };
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
  const { code, invitation } = makeInvitation(dependencies, now);
  const invited = await dependencies.staffMembers.updateOne(
    { _id: member._id, disabledAt: null },
    { $set: { invitation } },
  );
  if (invited.matchedCount === 0) {
    throw new AppError('staff.member_disabled');
  }
  return { ...presentMember({ ...member, invitation }), invitationCode: code };
}

const ABLE_ADMINISTRATOR = { roles: 'administrator' as const, disabledAt: null, passwordHash: { $exists: true } };

/**
 * Makes a change that may take an administrator away. It is undone when nobody would be left: two who take each other
 * away at the same time may both fail, never both succeed.
 */
async function keepAdministrator(
  dependencies: MemberDependencies,
  staffId: string,
  change: Partial<Pick<StaffRecord, 'roles' | 'disabledAt'>>,
): Promise<StaffRecord> {
  const { staffMembers } = dependencies;
  const { _id, roles, disabledAt } = await findMember(dependencies, staffId);
  await staffMembers.updateOne({ _id }, { $set: change });
  if (!(await staffMembers.exists(ABLE_ADMINISTRATOR))) {
    await staffMembers.updateOne({ _id }, { $set: { roles, disabledAt } });
    throw new AppError('staff.last_administrator');
  }
  return findMember(dependencies, staffId);
}

/** @throws AppError staff.member_not_found, staff.last_administrator */
export async function setMemberRoles(
  dependencies: MemberDependencies,
  staffId: string,
  roles: readonly StaffRole[],
  now: Date,
): Promise<StaffMember> {
  const before = await findMember(dependencies, staffId);
  if (before.roles.length === roles.length && roles.every((role) => before.roles.includes(role))) {
    return presentMember(before);
  }
  const changed = await keepAdministrator(dependencies, staffId, { roles: [...roles] });
  await endAllSessions(dependencies, staffId, now);
  return presentMember(changed);
}

/** @throws AppError staff.member_not_found, staff.last_administrator */
export async function disableMember(
  dependencies: MemberDependencies,
  staffId: string,
  now: Date,
): Promise<StaffMember> {
  const disabled = await keepAdministrator(dependencies, staffId, { disabledAt: now });
  await dependencies.staffMembers.updateOne({ _id: disabled._id }, { $unset: { invitation: 1 } });
  await endAllSessions(dependencies, staffId, now);
  return presentMember({ ...disabled, invitation: undefined });
}

/** @throws AppError staff.member_not_found */
export async function enableMember(dependencies: MemberDependencies, staffId: string): Promise<StaffMember> {
  await dependencies.staffMembers.updateOne({ _id: staffId }, { $set: { disabledAt: null } });
  return presentMember(await findMember(dependencies, staffId));
}

/** Takes the authenticator of somebody away who has lost it; sessions end. @throws AppError staff.member_not_found */
export async function resetMemberSecondFactor(
  dependencies: MemberDependencies,
  staffId: string,
  now: Date,
): Promise<StaffMember> {
  const { staffMembers } = dependencies;
  await staffMembers.updateOne({ _id: staffId }, { $unset: { secondFactor: 1, pendingSecret: 1 } });
  const member = await findMember(dependencies, staffId);
  await endAllSessions(dependencies, staffId, now);
  return presentMember(member);
}
