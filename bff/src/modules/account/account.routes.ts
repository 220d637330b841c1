import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { presentAccount } from './account.presenter';
import { readContact } from './contact';
import { findAccount } from './find-account';
import { type ProfileDependencies, readProfile, showNumbers } from './profile';

export type AccountDependencies = ProfileDependencies;

export function bindAccountEndpoints(bind: BindEndpoint, dependencies: AccountDependencies): void {
  bind(endpoints.account.readAccount, async (_call, context) =>
    presentAccount(await findAccount(dependencies.accounts, applicantOf(context).id)),
  );
  bind(endpoints.account.readProfile, (_call, context) => readProfile(dependencies, applicantOf(context).id));
  bind(endpoints.account.readContact, (_call, context) => readContact(dependencies, applicantOf(context).id));
  bind(endpoints.account.showNumbers, (_call, context) => showNumbers(dependencies, applicantOf(context).id));
}
