import type { StaffRole } from '@acceptance/shared';

/** What sign-in needs to know of staff; the staff module provides it. */
export interface StaffDirectory {
  /** Today's roles. @throws AppError auth.session_expired when the person is no longer staff. */
  rolesOf(staffId: string): Promise<readonly StaffRole[]>;
}
