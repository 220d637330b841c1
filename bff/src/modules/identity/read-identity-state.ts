import type { FaceState, IdentityState, OwnIdentityCheck } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { AccountRecord } from '../account';
import { openIdentityDraft } from './identity-draft';
import { triesOf } from './identity-tries';

export interface IdentityStateDependencies {
  readonly cipher: FieldCipher;
  /** The last check by staff that was asked for. */
  readonly findLastCheck: (accountId: string) => Promise<OwnIdentityCheck | null>;
  /** Null where checks by face are not offered. */
  readonly findFaceState: (account: AccountRecord, now: Date) => Promise<FaceState | null>;
}

/** How far somebody is with proving who they are. */
export async function readIdentityState(
  { cipher, findLastCheck, findFaceState }: IdentityStateDependencies,
  account: AccountRecord,
  now: Date,
): Promise<IdentityState> {
  const { triesLeft, blockedUntil } = triesOf(account, now);
  return {
    phoneMasked: account.phoneMasked,
    triesLeft,
    blockedUntil: blockedUntil?.toISOString() ?? null,
    check: await findLastCheck(recordIdOf(account)),
    face: await findFaceState(account, now),
    draft: openIdentityDraft(cipher, account),
  };
}
