export { openPerson, PERSON_PURPOSE, type Person, sealPerson } from '../person';
export {
  type AccountModel,
  type AccountRecord,
  accountModel,
  EMAIL_PURPOSE,
  ID_NUMBER_PURPOSE,
  IDENTITY_DRAFT_PURPOSE,
  LEGACY_PASSWORD_PURPOSE,
  PHONE_PURPOSE,
  type VerifiedIdentity,
} from './account.model';
export { presentAccount } from './account.presenter';
export { type AccountDependencies, bindAccountEndpoints } from './account.routes';
export { emailHashesOf, phoneHashesOf } from './account-hashes';
export { callerAccount, keepCallerAccount } from './caller-account';
export {
  findAccount,
  findAccountByEmail,
  findAccountByPhone,
  phoneOf,
  requirePersonOf,
  requireVerifiedPerson,
} from './find-account';
export { admitToAccount, newAccount, registerAccount } from './register-account';
