import type { StaffRole } from '@acceptance/shared';
import type { PipelineStage } from 'mongoose';

/** What somebody may today. */
export interface StaffRights {
  readonly roles: readonly StaffRole[];
  readonly mustEnrol: boolean;
}

/** What sign-in needs to know of staff; the staff module provides it. */
export interface StaffDirectory {
  /** Read with the session that `joinLiveSession` joins; null when the person is no longer staff, or the session is over. */
  rightsOf(staffId: string, session: PipelineStage.Lookup): Promise<StaffRights | null>;
}
