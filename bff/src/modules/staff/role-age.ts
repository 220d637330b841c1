import { AppError, type StaffRole } from '@acceptance/shared';
import { hasSecondFactor } from './second-factor';
import type { StaffModel, StaffRecord } from './staff.model';
import { findStaff, type SecondFactorPolicy } from './staff-accounts';

const HOUR_MS = 3_600_000;
/** Time in which others can see that somebody is new before that one's word counts as a second person's. */
export const COUNTS_AFTER_MS = 24 * HOUR_MS;

type Age = Pick<StaffRecord, 'rolesSince' | 'acceptedAt'>;

/** From when a member counts in acts of two people; null: always has. */
function countsFrom({ rolesSince, acceptedAt }: Age, role: StaffRole): Date | null {
  const since = [rolesSince?.[role], acceptedAt].filter((moment) => moment !== undefined);
  return since.length > 0 ? new Date(Math.max(...since.map((moment) => moment.getTime())) + COUNTS_AFTER_MS) : null;
}

/** @throws AppError staff.role_too_new */
export function refuseNewRole(staff: Age, role: StaffRole, now: Date): void {
  const from = countsFrom(staff, role);
  if (from && from > now) {
    const hours = Math.ceil((from.getTime() - now.getTime()) / HOUR_MS);
    throw new AppError('staff.role_too_new', { details: { hours } });
  }
}

/** @throws AppError staff.role_too_new, auth.session_expired */
export async function refuseNewMember(
  { staffMembers }: { readonly staffMembers: StaffModel },
  staffId: string,
  role: StaffRole,
  now: Date,
): Promise<void> {
  refuseNewRole(await findStaff(staffMembers, staffId), role, now);
}

/** Whether an administrator besides `askerId` could agree now: somebody who can sign in, act, and counts. */
export async function hasSecondAdministrator(
  { staffMembers, staffPolicy }: { readonly staffMembers: StaffModel; readonly staffPolicy: SecondFactorPolicy },
  askerId: string,
  now: Date,
): Promise<boolean> {
  const others = await staffMembers
    .find({ _id: { $ne: askerId }, roles: 'administrator', disabledAt: null, passwordHash: { $exists: true } })
    .lean<StaffRecord[]>();
  return others.some((other) => {
    const from = countsFrom(other, 'administrator');
    const canAct = !staffPolicy.secondFactorRequired || hasSecondFactor(other);
    return canAct && (from === null || from <= now);
  });
}

/** The moments to be stored when roles change: of those that are new from now on, of those that stay as they were. */
export const rolesSinceAfter = (
  { roles, rolesSince = {} }: Pick<StaffRecord, 'roles' | 'rolesSince'>,
  next: readonly StaffRole[],
  now: Date,
): StaffRecord['rolesSince'] =>
  Object.fromEntries(
    next
      .map((role): [StaffRole, Date | undefined] => [role, roles.includes(role) ? rolesSince[role] : now])
      .filter(([, since]) => since !== undefined),
  );
