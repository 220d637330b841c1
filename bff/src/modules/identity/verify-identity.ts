import {
  AppError,
  chinaDate,
  IDENTITY_DOCUMENTS,
  identityDocumentOf,
  isAtLeastYearsOld,
  nameProblemFor,
  tellsBirthDate,
} from '@acceptance/shared';
import type { ContractMaker } from '../../ports/contract-maker';
import type { IdentityAnswer, IdentityVerifier } from '../../ports/identity-verifier';
import { PortError } from '../../ports/port-error';
import { type AccountRecord, findAccount, type Person, phoneOf } from '../account';
import { consumeSmsCode, type SmsCodeModel } from '../auth';
import { recordIdentityConsent } from './identity-consent';
import { giveTryBack, takeTry } from './identity-tries';
import { idNumberHashesOf, isVerifiedAs, type RecordIdentityDependencies, recordIdentity } from './record-identity';

const ADULT_YEARS = 18;

export interface PossessionDependencies extends RecordIdentityDependencies {
  readonly smsCodes: SmsCodeModel;
}

export interface IdentityDependencies extends PossessionDependencies {
  readonly identityVerifier: IdentityVerifier;
  readonly contractMaker: ContractMaker;
  /** A check by staff that the person need not wait for any more. */
  readonly closeOpenCheck: (accountId: string, now: Date) => Promise<void>;
}

/** What somebody says of themselves. */
export interface ClaimedPerson extends Omit<Person, 'phone'> {
  /** Absent: the account's own. */
  readonly phone?: string;
}

export interface IdentityClaim {
  readonly accountId: string;
  readonly person: ClaimedPerson;
  readonly consentVersion: string;
  /** Came to `person.phone`, when that is not the account's own number. */
  readonly phoneCode?: string;
  readonly deviceId?: string;
  readonly now: Date;
}

/** Refusals that nobody can help: neither the provider nor staff. How old somebody is staff see where no number says it. @throws AppError request.invalid, identity.under_age */
export function refuseImpossible({ name, idNumber }: ClaimedPerson, now: Date): void {
  const nameProblem = nameProblemFor(idNumber, name);
  if (nameProblem) {
    throw new AppError('request.invalid', { fields: [{ path: 'name', message: nameProblem }] });
  }
  if (tellsBirthDate(idNumber) && !isAtLeastYearsOld(idNumber, ADULT_YEARS, chinaDate(now))) {
    throw new AppError('identity.under_age', { fields: [{ path: 'idNumber', message: '申请人须年满 18 周岁' }] });
  }
}

/** Refusals that need no question to the provider, which charges for each. */
function refuseBeforeAsking(person: ClaimedPerson, contractMaker: ContractMaker, now: Date): void {
  const document = identityDocumentOf(person.idNumber);
  if (document && IDENTITY_DOCUMENTS[document].needsStaffCheck) {
    throw new AppError('identity.staff_check_needed');
  }
  refuseImpossible(person, now);
  const missing = contractMaker.missingCharacters(person.name);
  if (missing.length > 0) {
    throw new AppError('identity.name_unprintable', { details: { characters: missing.join('') } });
  }
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
 * The person with the number that is theirs. Knowing one is not having it: the account's own was proved by its code, any
 * other is proved now, by a code that went to it. @throws AppError identity.phone_code_required, auth.code_*
 */
export async function provePossession(
  needs: PossessionDependencies,
  account: AccountRecord,
  { person, phoneCode, deviceId, now }: IdentityClaim,
): Promise<Person> {
  const own = phoneOf(needs.cipher, account);
  const { phone = own } = person;
  if (phone === own) {
    return { ...person, phone };
  }
  if (!phoneCode) {
    throw new AppError('identity.phone_code_required', {
      fields: [{ path: 'phone', message: '不是登录手机号，请先验证这个号码' }],
    });
  }
  await consumeSmsCode(needs, { phone, code: phoneCode, purpose: 'prove-number', deviceId, now });
  return { ...person, phone };
}

/**
 * Real-name check of the signed-in person. Repeating it with the same person after success answers the same.
 * @throws AppError identity.*, auth.code_*; a provider that does not answer counts no failure.
 */
export async function verifyIdentity(needs: IdentityDependencies, claim: IdentityClaim): Promise<AccountRecord> {
  const { accounts, cipher, identityVerifier, contractMaker, closeOpenCheck } = needs;
  const { accountId, now } = claim;
  const account = await findAccount(accounts, accountId);
  if (isVerifiedAs(account, idNumberHashesOf(cipher, claim.person.idNumber))) {
    return account;
  }
  await recordIdentityConsent(accounts, claim);
  refuseBeforeAsking(claim.person, contractMaker, now);
  const person = await provePossession(needs, account, claim);
  const triesLeft = await takeTry(accounts, accountId, now);
  const answer = await ask(identityVerifier, person).catch(async (error: unknown) => {
    await giveTryBack(accounts, accountId, now);
    throw error;
  });
  refuseUnlessMatch(answer, { triesLeft });
  await giveTryBack(accounts, accountId, now);
  // Only now: who is not the person learns nothing of where they were verified.
  const verified = await recordIdentity(needs, { accountId, person, verifiedBy: 'provider', now });
  await closeOpenCheck(accountId, now);
  return verified;
}
