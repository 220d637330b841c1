import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { type AccountModel, accountModel } from './account.model';
import { bindAccountEndpoints } from './account.routes';
import { checkAccountOpen } from './find-account';
import { sealedAccounts } from './sealed-accounts';

export const accountArea = {
  name: 'account',
  sealed: [sealedAccounts],
  models: (connection: Connection) => ({ accounts: accountModel(connection) }),
  services: ({ accounts }: { accounts: AccountModel }) => ({
    /** @throws AppError auth.session_expired */
    checkAccountOpen: (accountId: string) => checkAccountOpen(accounts, accountId),
  }),
  bind: bindAccountEndpoints,
} satisfies AnyArea;
