import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, type AccountRecord, phoneOf } from '../account';
import { type NoticeDependencies, sendNotice } from '../notifications';
import { findCheck } from './find-checks';
import type { IdentityCheckModel } from './identity-check.model';

export interface TellResultDependencies extends Pick<NoticeDependencies, 'smsSender' | 'logger'> {
  readonly identityChecks: IdentityCheckModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

/** Job: tells the number that signs in how the check ended; the reason of a refusal stands in the program. @throws PortError */
export async function tellCheckResult(needs: TellResultDependencies, checkId: string, result: string): Promise<void> {
  const { accountId } = await findCheck(needs.identityChecks, checkId);
  const account = await needs.accounts
    .findOne({ _id: accountId, closedAt: { $exists: false } }, { phone: 1 })
    .lean<Pick<AccountRecord, '_id' | 'phone'>>();
  if (account) {
    await sendNotice(needs, phoneOf(needs.cipher, account), { kind: 'identity-check-result', result });
  }
}
