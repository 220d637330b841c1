import { AppError, FACE_CONSENT_VERSION, IDENTITY_CONSENT_VERSION } from '@acceptance/shared';
import type { AccountModel } from '../account';

export interface GivenConsent {
  readonly accountId: string;
  readonly consentVersion: string;
  readonly now: Date;
}

/** Keeps when somebody agreed to which text, once per text. */
const keepConsent = (
  accounts: AccountModel,
  field: 'identityConsents' | 'faceConsents',
  { accountId, consentVersion: version, now }: GivenConsent,
) =>
  accounts.updateOne(
    { _id: accountId, [`${field}.version`]: { $ne: version } },
    { $push: { [field]: { version, at: now } } },
  );

/**
 * Keeps the consent to an ID number being processed BEFORE the number is used for anything: it was given whether the check
 * succeeds or not. @throws AppError identity.consent_required
 */
export async function recordIdentityConsent(accounts: AccountModel, given: GivenConsent): Promise<void> {
  if (given.consentVersion !== IDENTITY_CONSENT_VERSION) {
    throw new AppError('identity.consent_required');
  }
  await keepConsent(accounts, 'identityConsents', given);
}

/** The same for a face, which needs a consent of its own. @throws AppError face_checks.consent_required */
export async function recordFaceConsent(accounts: AccountModel, given: GivenConsent): Promise<void> {
  if (given.consentVersion !== FACE_CONSENT_VERSION) {
    throw new AppError('face_checks.consent_required');
  }
  await keepConsent(accounts, 'faceConsents', given);
}
