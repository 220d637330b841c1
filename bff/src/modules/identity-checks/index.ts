export { type IdentityCheckModel, type IdentityCheckRecord, openTyped } from './identity-check.model';
