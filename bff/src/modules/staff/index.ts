export { type DraftPublicationNeeds, publicationOf, refusePublication } from './draft-publication';
export type { FactorCertificates } from './factor-certificates';
export { type OwnOrderDependencies, refuseOwnAccount, refuseOwnPerson } from './own-orders';
export { hasSecondAdministrator, refuseNewMember } from './role-age';
export { type StaffModel, staffModel } from './staff.model';
export { bindStaffEndpoints, type StaffDependencies } from './staff.routes';
export { addStaff, createStaffDirectory, type SecondFactorPolicy, type StaffNames } from './staff-accounts';
export { type StaffCaller, staffCallerOf } from './staff-caller';
export type { StaffChangeModel } from './staff-change.model';
export {
  addMember,
  disableMember,
  enableMember,
  inviteMember,
  listMembers,
  resetMemberSecondFactor,
  setMemberRoles,
} from './staff-members';
export { type StepUpDependencies, stepUp } from './step-up';
export { findSubmittedOrder } from './view-submitted-order';
