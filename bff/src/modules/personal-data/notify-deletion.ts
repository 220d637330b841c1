import { chinaDate } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, findAccount, phoneOf } from '../account';
import { type NoticeDependencies, sendNotice } from '../notifications';
import type { AccountDeletionModel, AccountDeletionRecord } from './account-deletion.model';

export interface NotifyDeletionDependencies extends NoticeDependencies {
  readonly accountDeletions: AccountDeletionModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

/** Job: tells the owner by SMS when the account will be deleted. @throws PortError; the job runs again */
export async function notifyDeletion(dependencies: NotifyDeletionDependencies, deletionId: string): Promise<void> {
  const { accountDeletions, accounts, cipher } = dependencies;
  const deletion = await accountDeletions.findOne({ _id: deletionId }).lean<AccountDeletionRecord>();
  if (deletion?.state !== 'scheduled') {
    return;
  }
  const account = await findAccount(accounts, deletion.accountId);
  await sendNotice(dependencies, phoneOf(cipher, account), {
    kind: 'deletion-scheduled',
    day: chinaDate(deletion.dueAt),
  });
}
