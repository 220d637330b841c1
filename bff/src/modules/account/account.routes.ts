import { endpoints } from '@acceptance/shared';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { presentAccount } from './account.presenter';
import { callerAccount } from './caller-account';
import { presentContact } from './contact';
import { type ProfileDependencies, readProfile, showNumbers } from './profile';

export type AccountDependencies = ProfileDependencies;

export function bindAccountEndpoints(bind: BindEndpoint, dependencies: AccountDependencies): void {
  bind(endpoints.account.readAccount, async (_call, context) => presentAccount(callerAccount(context)));
  bind(endpoints.account.readProfile, (_call, context) => readProfile(dependencies, callerAccount(context)));
  bind(endpoints.account.readContact, async (_call, context) =>
    presentContact(dependencies.cipher, callerAccount(context)),
  );
  bind(endpoints.account.showNumbers, (_call, context) => showNumbers(dependencies, callerAccount(context)));
}
