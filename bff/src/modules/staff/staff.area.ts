import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import { handleJobs } from '../../jobs/job-handler';
import { findOrder, type OrderModel } from '../orders';
import { type OwnOrderDependencies, refuseOwnOrder } from './own-orders';
import { sealedStaff } from './sealed-staff';
import { type SettleDependencies, settleChange } from './settle-change';
import { staffModel } from './staff.model';
import { bindStaffEndpoints } from './staff.routes';
import { createStaffDirectory, createStaffNames, type SecondFactorPolicy } from './staff-accounts';
import { type StaffChangeModel, staffChangeModel } from './staff-change.model';
import { STAFF_CHANGE_JOBS } from './staff-change-jobs';

interface StaffServiceNeeds extends OwnOrderDependencies {
  readonly orders: OrderModel;
  readonly staffPolicy: SecondFactorPolicy;
}

export const staffArea = {
  name: 'staff',
  sealed: sealedStaff,
  models: (connection: Connection) => ({
    staffMembers: staffModel(connection),
    staffChanges: staffChangeModel(connection),
  }),
  services: (needs: StaffServiceNeeds) => ({
    staffDirectory: createStaffDirectory(needs.staffMembers, needs.staffPolicy),
    staffNames: createStaffNames(needs.staffMembers),
    /** @throws AppError orders.not_found, staff.own_order */
    refuseOwnOrder: async (staffId: string, orderId: string): Promise<void> =>
      refuseOwnOrder(needs, staffId, await findOrder(needs.orders, orderId)),
  }),
  bind: bindStaffEndpoints,
  queues: { staffChange: ({ staffChanges }: { staffChanges: StaffChangeModel }) => outboxStore(staffChanges) },
  jobs: [
    handleJobs(STAFF_CHANGE_JOBS, (needs: SettleDependencies) => ({
      settle: ({ ownerId }) => settleChange(needs, ownerId),
    })),
  ],
} satisfies AnyArea;
