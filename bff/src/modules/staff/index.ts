export { type StaffModel, staffModel } from './staff.model';
export { bindStaffEndpoints, type StaffDependencies } from './staff.routes';
export { addStaff, createStaffDirectory } from './staff-accounts';
