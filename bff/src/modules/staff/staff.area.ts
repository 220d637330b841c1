import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import { handleJobs } from '../../jobs/job-handler';
import { sealedStaff } from './sealed-staff';
import { type SettleDependencies, settleChange } from './settle-change';
import { type StaffModel, staffModel } from './staff.model';
import { bindStaffEndpoints } from './staff.routes';
import { createStaffDirectory, createStaffNames, type SecondFactorPolicy } from './staff-accounts';
import { type StaffChangeModel, staffChangeModel } from './staff-change.model';
import { STAFF_CHANGE_JOBS } from './staff-change-jobs';

export const staffArea = {
  name: 'staff',
  sealed: sealedStaff,
  models: (connection: Connection) => ({
    staffMembers: staffModel(connection),
    staffChanges: staffChangeModel(connection),
  }),
  services: ({ staffMembers, staffPolicy }: { staffMembers: StaffModel; staffPolicy: SecondFactorPolicy }) => ({
    staffDirectory: createStaffDirectory(staffMembers, staffPolicy),
    staffNames: createStaffNames(staffMembers),
  }),
  bind: bindStaffEndpoints,
  queues: { staffChange: ({ staffChanges }: { staffChanges: StaffChangeModel }) => outboxStore(staffChanges) },
  jobs: [
    handleJobs(STAFF_CHANGE_JOBS, (needs: SettleDependencies) => ({
      settle: ({ ownerId }) => settleChange(needs, ownerId),
    })),
  ],
} satisfies AnyArea;
