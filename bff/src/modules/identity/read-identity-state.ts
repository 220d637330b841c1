import type { IdentityState, OwnIdentityCheck } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, findAccount } from '../account';
import { openIdentityDraft } from './identity-draft';
import { triesOf } from './identity-tries';

export interface IdentityStateDependencies {
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
  /** The last check by staff that was asked for. */
  readonly findLastCheck: (accountId: string) => Promise<OwnIdentityCheck | null>;
}

/** How far somebody is with proving who they are. */
export async function readIdentityState(
  { accounts, cipher, findLastCheck }: IdentityStateDependencies,
  accountId: string,
  now: Date,
): Promise<IdentityState> {
  const account = await findAccount(accounts, accountId);
  const { triesLeft, blockedUntil } = triesOf(account, now);
  return {
    phoneMasked: account.phoneMasked,
    triesLeft,
    blockedUntil: blockedUntil?.toISOString() ?? null,
    check: await findLastCheck(accountId),
    draft: openIdentityDraft(cipher, account),
  };
}
