import type { StaffRole } from '@acceptance/shared';

/** What sign-in needs to know of staff; the staff module provides it. */
export interface StaffDirectory {
  /** Today's rights of somebody. @throws AppError auth.session_expired when the person is no longer staff. */
  rightsOf(staffId: string): Promise<{ readonly roles: readonly StaffRole[]; readonly mustEnrol: boolean }>;
}
