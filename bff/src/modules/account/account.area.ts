import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, accountModel } from './account.model';
import { bindAccountEndpoints } from './account.routes';
import { checkAccountOpen, findVerifiedPerson } from './find-account';
import { sealedAccounts } from './sealed-accounts';

export const accountArea = {
  name: 'account',
  sealed: [sealedAccounts],
  models: (connection: Connection) => ({ accounts: accountModel(connection) }),
  services: ({ accounts, cipher }: { accounts: AccountModel; cipher: FieldCipher }) => ({
    /** @throws AppError auth.session_expired */
    checkAccountOpen: (accountId: string) => checkAccountOpen(accounts, accountId),
    /** @throws AppError auth.session_expired */
    findVerifiedPerson: (accountId: string) => findVerifiedPerson({ accounts, cipher }, accountId),
  }),
  bind: bindAccountEndpoints,
} satisfies AnyArea;
