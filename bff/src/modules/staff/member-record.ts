import { AppError, type StaffMember } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { endSessions, type SessionModel } from '../auth';
import { hasSecondFactor } from './second-factor';
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

export const presentMember = (staff: StaffRecord): StaffMember => ({
  id: staff._id.toHexString(),
  username: staff.username,
  displayName: staff.displayName,
  roles: staff.roles,
  state: stateOf(staff),
  secondFactor: hasSecondFactor(staff),
  invitedUntil: staff.invitation?.expiresAt.toISOString() ?? null,
  createdAt: staff.createdAt.toISOString(),
});

/** @throws AppError staff.member_not_found */
export async function findMember(
  { staffMembers }: Pick<MemberDependencies, 'staffMembers'>,
  staffId: string,
): Promise<StaffRecord> {
  const member = await staffMembers.findOne({ _id: staffId }).lean<StaffRecord>();
  if (!member) {
    throw new AppError('staff.member_not_found');
  }
  return member;
}

export const endAllSessions = ({ sessions }: Pick<MemberDependencies, 'sessions'>, staffId: string, now: Date) =>
  endSessions(sessions, { kind: 'staff', subjectId: staffId, except: null, now });

/** Whether there is somebody who can administer, besides one who may go. */
export async function hasAdministrator(staffMembers: StaffModel, besides: string | null = null): Promise<boolean> {
  const able = { roles: 'administrator' as const, disabledAt: null, passwordHash: { $exists: true } };
  return (await staffMembers.exists(besides ? { ...able, _id: { $ne: besides } } : able)) !== null;
}
