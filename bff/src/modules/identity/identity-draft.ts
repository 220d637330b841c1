import { AppError, type IdentityDraft } from '@acceptance/shared';
import { decryptJson, encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { Sweep } from '../../jobs/sweeps';
import { type AccountModel, type AccountRecord, IDENTITY_DRAFT_PURPOSE } from '../account';

const HOUR_MS = 3_600_000;
const DRAFT_LIFE_MS = 7 * 24 * HOUR_MS;

interface DraftDependencies {
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

/** Keeps what is typed; emptied fields empty it. @throws AppError identity.already_verified */
export async function saveIdentityDraft(
  { accounts, cipher }: DraftDependencies,
  accountId: string,
  draft: IdentityDraft,
  now: Date,
): Promise<void> {
  const isEmpty = !draft.name && !draft.idNumber && !draft.phone;
  const typed = encryptJson(cipher, draft, IDENTITY_DRAFT_PURPOSE, accountId);
  // A verified person has nothing to type: a late save must not bring back what the check removed.
  const saved = await accounts.updateOne(
    { _id: accountId, identity: null },
    isEmpty ? { $unset: { identityDraft: 1 } } : { $set: { identityDraft: { typed, savedAt: now } } },
  );
  if (saved.matchedCount === 0) {
    throw new AppError('identity.already_verified');
  }
}

export function openIdentityDraft(
  cipher: FieldCipher,
  account: Pick<AccountRecord, '_id' | 'identityDraft'>,
): IdentityDraft | null {
  const { identityDraft } = account;
  return identityDraft
    ? decryptJson<IdentityDraft>(cipher, identityDraft.typed, IDENTITY_DRAFT_PURPOSE, recordIdOf(account))
    : null;
}

/** Nobody comes back to what was left a week ago. */
export const identityDraftSweep = ({ accounts }: Pick<DraftDependencies, 'accounts'>): readonly Sweep[] => [
  {
    name: 'identity-drafts',
    everyMs: HOUR_MS,
    async run(now) {
      const savedAt = { $lte: new Date(now.getTime() - DRAFT_LIFE_MS) };
      await accounts.updateMany({ 'identityDraft.savedAt': savedAt }, { $unset: { identityDraft: 1 } });
    },
  },
];
