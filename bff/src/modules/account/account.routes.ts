import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { AccountModel } from './account.model';
import { presentAccount } from './account.presenter';
import { findAccount } from './find-account';

export function bindAccountEndpoints(bind: BindEndpoint, accounts: AccountModel): void {
  bind(endpoints.account.readAccount, async (_call, context) =>
    presentAccount(await findAccount(accounts, applicantOf(context).id)),
  );
}
