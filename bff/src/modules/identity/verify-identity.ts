import { AppError, chinaDate, isAtLeastYearsOld, maskIdNumber, maskName } from '@acceptance/shared';
import { encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import type { ContractMaker } from '../../ports/contract-maker';
import type { IdentityVerifier } from '../../ports/identity-verifier';
import { PortError } from '../../ports/port-error';
import { type AccountModel, type AccountRecord, findAccount, PERSON_PURPOSE, type Person } from '../account';

const MAX_FAILURES_A_DAY = 5;
const ADULT_YEARS = 18;
const ID_NUMBER_PURPOSE = 'account.identity.idNumber';

/** Keyed hash of an ID number, by which a verified person is found again. */
export const idNumberHashOf = (cipher: FieldCipher, idNumber: string): string =>
  cipher.lookupHash(idNumber, ID_NUMBER_PURPOSE);

export interface IdentityDependencies {
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
  readonly identityVerifier: IdentityVerifier;
  readonly contractMaker: ContractMaker;
}

/** Refusals that need no question to the provider, which charges for each. */
function refuseBeforeAsking(person: Person, contractMaker: ContractMaker, today: string): void {
  if (!isAtLeastYearsOld(person.idNumber, ADULT_YEARS, today)) {
    throw new AppError('identity.under_age', { fields: [{ path: 'idNumber', message: '申请人须年满 18 周岁' }] });
  }
  const missing = contractMaker.missingCharacters(person.name);
  if (missing.length > 0) {
    throw new AppError('identity.name_unprintable', { details: { characters: missing.join('') } });
  }
}

/**
 * Takes one of the day's tries BEFORE asking, atomically, so that parallel checks share them: the provider charges for each.
 * @throws AppError identity.too_many_attempts
 */
async function takeTry(accounts: AccountModel, id: string, today: string): Promise<void> {
  await accounts.updateOne(
    { _id: id, 'identityFailures.day': { $ne: today } },
    { $set: { identityFailures: { day: today, count: 0 } } },
  );
  const taken = await accounts.updateOne(
    { _id: id, 'identityFailures.day': today, 'identityFailures.count': { $lt: MAX_FAILURES_A_DAY } },
    { $inc: { 'identityFailures.count': 1 } },
  );
  if (taken.matchedCount === 0) {
    throw new AppError('identity.too_many_attempts');
  }
}

/** Only a refused check uses its try up. */
const giveTryBack = (accounts: AccountModel, id: string, today: string) =>
  accounts.updateOne({ _id: id, 'identityFailures.day': today }, { $inc: { 'identityFailures.count': -1 } });

/** Whether name, ID number and mobile number belong together. @throws AppError identity.mismatch, identity.no_record, identity.unavailable */
export async function proveIdentity(verifier: IdentityVerifier, person: Person): Promise<void> {
  const answer = await ask(verifier, person);
  if (answer !== 'match') {
    throw new AppError(answer === 'mismatch' ? 'identity.mismatch' : 'identity.no_record');
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
 * @throws AppError identity.*; a provider that does not answer counts no failure.
 */
export async function verifyIdentity(
  dependencies: IdentityDependencies,
  { accountId, person, now }: { accountId: string; person: Person; now: Date },
): Promise<AccountRecord> {
  const { accounts, cipher, identityVerifier, contractMaker } = dependencies;
  const account = await findAccount(accounts, accountId);
  const idNumberHash = idNumberHashOf(cipher, person.idNumber);
  if (account.identity) {
    if (account.identity.idNumberHash === idNumberHash) {
      return account;
    }
    throw new AppError('identity.already_verified');
  }
  const today = chinaDate(now);
  refuseBeforeAsking(person, contractMaker, today);
  await takeTry(accounts, accountId, today);
  const answer = await ask(identityVerifier, person).catch(async (error: unknown) => {
    await giveTryBack(accounts, accountId, today);
    throw error;
  });
  if (answer !== 'match') {
    throw new AppError(answer === 'mismatch' ? 'identity.mismatch' : 'identity.no_record');
  }
  const identity = {
    person: encryptJson(cipher, person, PERSON_PURPOSE),
    idNumberHash,
    nameMasked: maskName(person.name),
    idNumberMasked: maskIdNumber(person.idNumber),
    verifiedAt: now,
  };
  await accounts.updateOne({ _id: accountId, identity: null }, { $set: { identity } });
  await giveTryBack(accounts, accountId, today);
  return findAccount(accounts, accountId);
}
