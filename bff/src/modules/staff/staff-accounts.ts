import { AppError, type StaffRole, type StaffView } from '@acceptance/shared';
import { Types } from 'mongoose';
import { hashPassword, type StaffDirectory, type WithSession } from '../auth';
import { hasSecondFactor } from './second-factor';
import type { StaffModel, StaffRecord } from './staff.model';

/** Whether staff must have a second factor. */
export interface SecondFactorPolicy {
  readonly secondFactorRequired: boolean;
}

const mustEnrol = (
  staff: Parameters<typeof hasSecondFactor>[0],
  { secondFactorRequired }: SecondFactorPolicy,
): boolean => secondFactorRequired && !hasSecondFactor(staff);

export const presentStaff = (staff: StaffRecord, policy: SecondFactorPolicy): StaffView => ({
  id: staff._id.toHexString(),
  username: staff.username,
  displayName: staff.displayName,
  roles: staff.roles,
  mustEnrolSecondFactor: mustEnrol(staff, policy),
});

/** @throws AppError auth.session_expired when the person is no longer staff. */
export async function findStaff(staffMembers: StaffModel, id: string): Promise<StaffRecord> {
  const staff = await staffMembers.findOne({ _id: id, disabledAt: null }).lean<StaffRecord>();
  if (!staff) {
    throw new AppError('auth.session_expired');
  }
  return staff;
}

export const createStaffDirectory = (staffMembers: StaffModel, policy: SecondFactorPolicy): StaffDirectory => ({
  async rightsOf(staffId, session) {
    const staff = await staffMembers.collection
      .aggregate<Pick<StaffRecord, 'roles' | 'secondFactor' | 'factorCertificates'> & WithSession>([
        { $match: { _id: new Types.ObjectId(staffId), disabledAt: null } },
        session,
        { $project: { roles: 1, secondFactor: 1, factorCertificates: 1, sessions: 1 } },
      ])
      .next();
    return staff && staff.sessions.length > 0 ? { roles: staff.roles, mustEnrol: mustEnrol(staff, policy) } : null;
  },
});

/** Adds a member of staff unless the user name is taken; answers whether it was added. */
export async function addStaff(
  staffMembers: StaffModel,
  member: { username: string; displayName: string; password: string; roles: StaffRole[]; now: Date },
): Promise<boolean> {
  const { username, displayName, password, roles, now } = member;
  const passwordHash = await hashPassword(password);
  const fresh = { displayName, passwordHash, roles, disabledAt: null, createdAt: now };
  const result = await staffMembers.updateOne(
    { username: username.toLowerCase() },
    { $setOnInsert: fresh },
    { upsert: true },
  );
  return result.upsertedCount === 1;
}

/** Names of staff for colleagues, also of those who have left. */
export interface StaffNames {
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export const createStaffNames = (staffMembers: StaffModel): StaffNames => ({
  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found =
      ids.length > 0
        ? await staffMembers
            .find({ _id: { $in: [...ids] } }, { displayName: 1 })
            .lean<Pick<StaffRecord, '_id' | 'displayName'>[]>()
        : [];
    return new Map(found.map(({ _id, displayName }) => [_id.toHexString(), displayName]));
  },
});
