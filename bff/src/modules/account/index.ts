export {
  type AccountModel,
  type AccountRecord,
  accountModel,
  EMAIL_PURPOSE,
  ID_NUMBER_PURPOSE,
  LEGACY_PASSWORD_PURPOSE,
  PERSON_PURPOSE,
  type Person,
  PHONE_PURPOSE,
} from './account.model';
export { presentAccount } from './account.presenter';
export { type AccountDependencies, bindAccountEndpoints } from './account.routes';
export { emailHashesOf, phoneHashesOf } from './account-hashes';
export { findAccount, findAccountByEmail, findAccountByPhone, phoneOf } from './find-account';
export { openPerson, sealPerson } from './person';
export { newAccount, registerAccount } from './register-account';
