import { AppError, IDENTITY_CONSENT_VERSION } from '@acceptance/shared';
import type { AccountModel } from '../account';

export interface GivenConsent {
  readonly accountId: string;
  readonly consentVersion: string;
  readonly now: Date;
}

/**
 * Keeps when somebody agreed to which text, once per text, BEFORE the number is used for anything: the consent was given
 * whether the check succeeds or not. @throws AppError identity.consent_required
 */
export async function recordIdentityConsent(
  accounts: AccountModel,
  { accountId, consentVersion: version, now }: GivenConsent,
): Promise<void> {
  if (version !== IDENTITY_CONSENT_VERSION) {
    throw new AppError('identity.consent_required');
  }
  await accounts.updateOne(
    { _id: accountId, 'identityConsents.version': { $ne: version } },
    { $push: { identityConsents: { version, at: now } } },
  );
}
