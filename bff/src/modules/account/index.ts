export {
  type AccountModel,
  type AccountRecord,
  accountModel,
  EMAIL_PURPOSE,
  PERSON_PURPOSE,
  type Person,
  PHONE_PURPOSE,
} from './account.model';
export { presentAccount } from './account.presenter';
export { type AccountDependencies, bindAccountEndpoints } from './account.routes';
export { findAccount, findAccountByEmail, findAccountByPhone, phoneOf } from './find-account';
export { type NewAccount, newAccount, registerAccount } from './register-account';
