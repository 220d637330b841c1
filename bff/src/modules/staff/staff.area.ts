import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { type StaffModel, staffModel } from './staff.model';
import { bindStaffEndpoints } from './staff.routes';
import { createStaffDirectory, createStaffNames, type SecondFactorPolicy } from './staff-accounts';

export const staffArea = {
  name: 'staff',
  models: (connection: Connection) => ({ staffMembers: staffModel(connection) }),
  services: ({ staffMembers, staffPolicy }: { staffMembers: StaffModel; staffPolicy: SecondFactorPolicy }) => ({
    staffDirectory: createStaffDirectory(staffMembers, staffPolicy),
    staffNames: createStaffNames(staffMembers),
  }),
  bind: bindStaffEndpoints,
} satisfies AnyArea;
