export {
  type AccountModel,
  type AccountRecord,
  accountModel,
  PERSON_PURPOSE,
  type Person,
  PHONE_PURPOSE,
} from './account.model';
export { presentAccount } from './account.presenter';
export { type AccountDependencies, bindAccountEndpoints } from './account.routes';
export { findAccount, findAccountByPhone, phoneOf } from './find-account';
export { registerAccount } from './register-account';
