import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import type { FieldCipher } from '../../database/field-cipher';
import type { RequestContext } from '../../http/request-context';
import { type AccountModel, accountModel } from './account.model';
import { bindAccountEndpoints } from './account.routes';
import { callerAccount } from './caller-account';
import { checkAccountOpen, verifiedPersonOf } from './find-account';
import { sealedAccounts } from './sealed-accounts';

export const accountArea = {
  name: 'account',
  sealed: [sealedAccounts],
  models: (connection: Connection) => ({ accounts: accountModel(connection) }),
  services: ({ accounts, cipher }: { accounts: AccountModel; cipher: FieldCipher }) => ({
    verifiedCaller: (context: RequestContext) => verifiedPersonOf(cipher, callerAccount(context)),
    /** @throws AppError auth.session_expired */
    checkAccountOpen: (accountId: string) => checkAccountOpen(accounts, accountId),
  }),
  bind: bindAccountEndpoints,
} satisfies AnyArea;
