import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, type AccountRecord, phoneOf } from '../account';
import { type NoticeDependencies, sendNotice } from '../notifications';
import { findUnlockOrNull } from './find-unlocks';
import type { UkeyUnlockModel } from './ukey-unlock.model';

export interface TellDependencies extends Pick<NoticeDependencies, 'smsSender' | 'logger'> {
  readonly ukeyUnlocks: UkeyUnlockModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

/** Job: tells the holder, who is somebody else where a clerk was deceived. @throws PortError */
export async function tellUnlocked(needs: TellDependencies, unlockId: string): Promise<void> {
  const { ukeyUnlocks, accounts, cipher } = needs;
  const unlock = await findUnlockOrNull(ukeyUnlocks, unlockId);
  const account =
    unlock &&
    (await accounts
      .findOne({ _id: unlock.accountId, closedAt: { $exists: false } }, { phone: 1 })
      .lean<Pick<AccountRecord, '_id' | 'phone'>>());
  if (account) {
    const { orderNumber } = unlock;
    await sendNotice(needs, phoneOf(cipher, account), { kind: 'ukey-unlocked', orderNumber });
  }
}
