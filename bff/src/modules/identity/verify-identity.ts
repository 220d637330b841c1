import {
  AppError,
  chinaDate,
  IDENTITY_DOCUMENTS,
  identityDocumentOf,
  isAtLeastYearsOld,
  maskIdNumber,
  maskName,
  nameProblemFor,
} from '@acceptance/shared';
import type { Logger } from 'pino';
import type { FieldCipher } from '../../database/field-cipher';
import type { ContractMaker } from '../../ports/contract-maker';
import type { IdentityAnswer, IdentityVerifier } from '../../ports/identity-verifier';
import { PortError } from '../../ports/port-error';
import type { SmsSender } from '../../ports/sms-sender';
import {
  type AccountModel,
  type AccountRecord,
  findAccount,
  ID_NUMBER_PURPOSE,
  type Person,
  phoneOf,
  sealPerson,
} from '../account';
import { consumeSmsCode, type SmsCodeModel } from '../auth';

const MAX_FAILURES_A_DAY = 5;
const ADULT_YEARS = 18;

/** Keyed hashes of an ID number, by which a verified person is found again. */
export const idNumberHashesOf = (cipher: FieldCipher, idNumber: string): string[] =>
  cipher.lookupHashes(idNumber, ID_NUMBER_PURPOSE);

export interface IdentityDependencies {
  readonly accounts: AccountModel;
  readonly smsCodes: SmsCodeModel;
  readonly cipher: FieldCipher;
  readonly smsSender: SmsSender;
  readonly logger: Logger;
  readonly identityVerifier: IdentityVerifier;
  readonly contractMaker: ContractMaker;
}

export interface IdentityProof {
  readonly accountId: string;
  readonly person: Person;
  /** Came to `person.phone`, when that is not the account's own number. */
  readonly phoneCode?: string;
  readonly deviceId?: string;
  readonly now: Date;
}

/** Refusals that need no question to the provider, which charges for each. */
function refuseBeforeAsking(person: Person, contractMaker: ContractMaker, today: string): void {
  const document = identityDocumentOf(person.idNumber);
  if (document && IDENTITY_DOCUMENTS[document].needsStaffCheck) {
    throw new AppError('identity.staff_check_needed');
  }
  const nameProblem = nameProblemFor(person.idNumber, person.name);
  if (nameProblem) {
    throw new AppError('request.invalid', { fields: [{ path: 'name', message: nameProblem }] });
  }
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
  refuseUnlessMatch(await ask(verifier, person));
}

function refuseUnlessMatch(answer: IdentityAnswer): void {
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
 * Knowing a number is not having it: the account's own was proved by its code, any other is proved now, by a code that
 * went to it. @throws AppError identity.phone_code_required, auth.code_*
 */
async function provePossession(
  needs: IdentityDependencies,
  account: AccountRecord,
  { person, phoneCode, deviceId, now }: IdentityProof,
): Promise<void> {
  if (phoneOf(needs.cipher, account) === person.phone) {
    return;
  }
  if (!phoneCode) {
    throw new AppError('identity.phone_code_required', {
      fields: [{ path: 'phone', message: '不是登录手机号，请先验证这个号码' }],
    });
  }
  const { phone } = person;
  await consumeSmsCode(needs, { phone, code: phoneCode, purpose: 'prove-number', deviceId, now });
}

/** Another account for which the person was verified before. */
const findElsewhere = ({ accounts }: IdentityDependencies, idNumberHashes: string[], accountId: string) =>
  accounts
    .findOne({
      'identity.idNumberHash': { $in: idNumberHashes },
      _id: { $ne: accountId },
      closedAt: { $exists: false },
    })
    .lean<AccountRecord>();

/** Led to the account that is there, instead of making a second one of the same person. @throws AppError identity.known_elsewhere */
async function refuseKnownElsewhere(
  needs: IdentityDependencies,
  idNumberHashes: string[],
  accountId: string,
): Promise<void> {
  const other = await findElsewhere(needs, idNumberHashes, accountId);
  if (other) {
    throw new AppError('identity.known_elsewhere', { details: { phone: other.phoneMasked } });
  }
}

/** Tells the number that was asked about; the check stands whether the message arrives or not. */
async function tellHolder({ smsSender, logger }: IdentityDependencies, person: Person): Promise<void> {
  try {
    await smsSender.send(person.phone, { kind: 'identity-used' });
  } catch (error) {
    if (!(error instanceof PortError)) {
      throw error;
    }
    logger.warn({ failure: error.failure, vendorCode: error.vendorCode }, 'the holder of a number was not told');
  }
}

/**
 * Real-name check of the signed-in person. Repeating it with the same person after success answers the same.
 * @throws AppError identity.*, auth.code_*; a provider that does not answer counts no failure.
 */
export async function verifyIdentity(needs: IdentityDependencies, proof: IdentityProof): Promise<AccountRecord> {
  const { accounts, cipher, identityVerifier, contractMaker } = needs;
  const { accountId, person, now } = proof;
  const account = await findAccount(accounts, accountId);
  const idNumberHashes = idNumberHashesOf(cipher, person.idNumber);
  if (account.identity) {
    if (idNumberHashes.includes(account.identity.idNumberHash)) {
      return account;
    }
    throw new AppError('identity.already_verified');
  }
  const today = chinaDate(now);
  refuseBeforeAsking(person, contractMaker, today);
  await provePossession(needs, account, proof);
  await takeTry(accounts, accountId, today);
  const answer = await ask(identityVerifier, person).catch(async (error: unknown) => {
    await giveTryBack(accounts, accountId, today);
    throw error;
  });
  refuseUnlessMatch(answer);
  await giveTryBack(accounts, accountId, today);
  // Only now: who is not the person learns nothing of where they were verified.
  await refuseKnownElsewhere(needs, idNumberHashes, accountId);
  const identity = {
    person: sealPerson(cipher, person, accountId),
    idNumberHash: cipher.lookupHash(person.idNumber, ID_NUMBER_PURPOSE),
    nameMasked: maskName(person.name),
    idNumberMasked: maskIdNumber(person.idNumber),
    verifiedAt: now,
  };
  await accounts.updateOne({ _id: accountId, identity: null }, { $set: { identity } });
  if (await findElsewhere(needs, idNumberHashes, accountId)) {
    // Two accounts at the same moment: neither keeps it, the next check finds one or none.
    const own = { _id: accountId, 'identity.idNumberHash': { $in: idNumberHashes } };
    await accounts.updateOne(own, { $set: { identity: null } });
    await refuseKnownElsewhere(needs, idNumberHashes, accountId);
  }
  await tellHolder(needs, person);
  return findAccount(accounts, accountId);
}
