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
import { type AccountRecord, type Person, phoneOf } from '../account';
import { consumeSmsCode, type SmsCodeModel } from '../auth';
import { recordIdentityConsent } from './identity-consent';
import { idNumberHashesOf, isVerifiedAs, type RecordIdentityDependencies } from './record-identity';

const ADULT_YEARS = 18;

export interface PossessionDependencies extends RecordIdentityDependencies {
  readonly smsCodes: SmsCodeModel;
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

export interface AdmitDependencies extends PossessionDependencies {
  readonly contractMaker: ContractMaker;
}

/**
 * The gates before every way that asks a provider. Whether the account has been verified as this person already, so that
 * nothing is left to do. The number is proved after it, by `provePossession`.
 * @throws AppError identity.*
 */
export async function admitClaim(
  { accounts, cipher, contractMaker }: AdmitDependencies,
  account: AccountRecord,
  claim: IdentityClaim,
): Promise<boolean> {
  if (isVerifiedAs(account, idNumberHashesOf(cipher, claim.person.idNumber))) {
    return true;
  }
  await recordIdentityConsent(accounts, claim);
  refuseBeforeAsking(claim.person, contractMaker, claim.now);
  return false;
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
