import { AppError } from '@acceptance/shared';
import type { IdentityAnswer, IdentityVerifier } from '../../ports/identity-verifier';
import { PortError } from '../../ports/port-error';
import type { AccountRecord, Person } from '../account';
import { type AdmitDependencies, admitClaim, type IdentityClaim, provePossession } from './admit-claim';
import { giveTryBack, takeTry } from './identity-tries';
import { recordIdentity } from './record-identity';

export interface IdentityDependencies extends AdmitDependencies {
  readonly identityVerifier: IdentityVerifier;
  /** A check by staff that the person need not wait for any more. */
  readonly closeOpenCheck: (accountId: string, now: Date) => Promise<void>;
}

/** Whether name, ID number and mobile number belong together. @throws AppError identity.mismatch, identity.no_record, identity.unavailable */
export async function proveIdentity(verifier: IdentityVerifier, person: Person): Promise<void> {
  refuseUnlessMatch(await ask(verifier, person));
}

function refuseUnlessMatch(answer: IdentityAnswer, details?: { readonly triesLeft: number }): void {
  if (answer !== 'match') {
    throw new AppError(answer === 'mismatch' ? 'identity.mismatch' : 'identity.no_record', { details });
  }
}

async function ask(verifier: IdentityVerifier, person: Person) {
  try {
    return await verifier.verify(person);
  } catch (error) {
    if (error instanceof PortError) {
      throw new AppError('identity.unavailable', { cause: error });
    }
    throw error;
  }
}

/**
 * Real-name check of the signed-in person. Repeating it with the same person after success answers the same.
 * @throws AppError identity.*, auth.code_*; a provider that does not answer counts no failure.
 */
export async function verifyIdentity(
  needs: IdentityDependencies,
  account: AccountRecord,
  claim: IdentityClaim,
): Promise<AccountRecord> {
  const { accounts, identityVerifier, closeOpenCheck } = needs;
  const { accountId, now } = claim;
  if (await admitClaim(needs, account, claim)) {
    return account;
  }
  const person = await provePossession(needs, account, claim);
  const triesLeft = await takeTry(accounts, accountId, now);
  const answer = await ask(identityVerifier, person).catch(async (error: unknown) => {
    await giveTryBack(accounts, accountId, now);
    throw error;
  });
  refuseUnlessMatch(answer, { triesLeft });
  await giveTryBack(accounts, accountId, now);
  // Only now: who is not the person learns nothing of where they were verified.
  const verified = await recordIdentity(needs, { accountId, account, person, verifiedBy: 'provider', now });
  await closeOpenCheck(accountId, now);
  return verified;
}
