import { AppError, maskIdNumber, maskName } from '@acceptance/shared';
import type { Logger } from 'pino';
import type { FieldCipher } from '../../database/field-cipher';
import { PortError } from '../../ports/port-error';
import type { SmsSender } from '../../ports/sms-sender';
import {
  type AccountModel,
  type AccountRecord,
  findAccount,
  ID_NUMBER_PURPOSE,
  type Person,
  sealPerson,
  type VerifiedIdentity,
} from '../account';

/** Keyed hashes of an ID number, by which a verified person is found again. */
export const idNumberHashesOf = (cipher: FieldCipher, idNumber: string): string[] =>
  cipher.lookupHashes(idNumber, ID_NUMBER_PURPOSE);

export interface RecordIdentityDependencies {
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
  readonly smsSender: SmsSender;
  readonly logger: Logger;
}

export interface ProvedPerson {
  readonly accountId: string;
  /** As it was read before the person was proved; absent: read here. What has changed since, the write refuses. */
  readonly account?: AccountRecord;
  readonly person: Person;
  readonly verifiedBy: NonNullable<VerifiedIdentity['verifiedBy']>;
  /** When the identity that this one replaces was verified: another one is left alone. */
  readonly corrects?: Date;
  readonly now: Date;
}

/**
 * Whether the account has been verified as this person already.
 * @throws AppError identity.already_verified when it is somebody else
 */
export function isVerifiedAs(account: Pick<AccountRecord, 'identity'>, idNumberHashes: readonly string[]): boolean {
  if (!account.identity) {
    return false;
  }
  if (!idNumberHashes.includes(account.identity.idNumberHash)) {
    throw new AppError('identity.already_verified');
  }
  return true;
}

const isVerifiedAt = ({ identity }: Pick<AccountRecord, 'identity'>, moment?: Date): boolean =>
  moment !== undefined && identity?.verifiedAt.getTime() === moment.getTime();

/** That the account still has this identity. */
const unchanged = (identity: VerifiedIdentity | null) =>
  identity ? { 'identity.person': identity.person } : { identity: null };

/** Another account for which the person was verified before. */
const findElsewhere = (
  { accounts }: RecordIdentityDependencies,
  idNumberHashes: readonly string[],
  accountId: string,
) =>
  accounts
    .findOne({
      'identity.idNumberHash': { $in: [...idNumberHashes] },
      _id: { $ne: accountId },
      closedAt: { $exists: false },
    })
    .lean<AccountRecord>();

/** Led to the account that is there, instead of making a second one of the same person. @throws AppError identity.known_elsewhere */
async function refuseKnownElsewhere(
  needs: RecordIdentityDependencies,
  idNumberHashes: readonly string[],
  accountId: string,
): Promise<void> {
  const other = await findElsewhere(needs, idNumberHashes, accountId);
  if (other) {
    throw new AppError('identity.known_elsewhere', { details: { phone: other.phoneMasked } });
  }
}

/** Tells the number that was asked about; the check stands whether the message arrives or not. */
async function tellHolder({ smsSender, logger }: RecordIdentityDependencies, person: Person): Promise<void> {
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
 * Makes the account the verified person's, whoever has proved it: the one way in which an identity comes into being. What
 * was typed for it goes. Repeating it answers the same.
 * @throws AppError identity.known_elsewhere, identity.already_verified
 */
export async function recordIdentity(needs: RecordIdentityDependencies, proved: ProvedPerson): Promise<AccountRecord> {
  const { accounts, cipher } = needs;
  const { accountId, person, verifiedBy, corrects, now } = proved;
  const idNumberHashes = idNumberHashesOf(cipher, person.idNumber);
  const before = proved.account ?? (await findAccount(accounts, accountId));
  const replaced = isVerifiedAt(before, corrects) ? before.identity : null;
  if (!replaced && isVerifiedAs(before, idNumberHashes)) {
    return before;
  }
  await refuseKnownElsewhere(needs, idNumberHashes, accountId);
  const identity = {
    person: sealPerson(cipher, person, accountId),
    idNumberHash: cipher.lookupHash(person.idNumber, ID_NUMBER_PURPOSE),
    nameMasked: maskName(person.name),
    idNumberMasked: maskIdNumber(person.idNumber),
    verifiedAt: now,
    verifiedBy,
  };
  const written = await accounts
    .findOneAndUpdate(
      { _id: accountId, ...unchanged(replaced), closedAt: { $exists: false } },
      { $set: { identity }, $unset: { identityDraft: 1 } },
      { returnDocument: 'after' },
    )
    .lean<AccountRecord>();
  if (await findElsewhere(needs, idNumberHashes, accountId)) {
    // Two accounts at the same moment: neither keeps it, the next check finds one or none.
    const own = { _id: accountId, 'identity.idNumberHash': { $in: idNumberHashes } };
    await accounts.updateOne(own, { $set: { identity: replaced } });
    await refuseKnownElsewhere(needs, idNumberHashes, accountId);
  } else if (written) {
    await tellHolder(needs, person);
    return written;
  }
  const account = await findAccount(accounts, accountId);
  if (!isVerifiedAs(account, idNumberHashes)) {
    // Closed, or taken back, between two looks.
    throw new AppError('auth.session_expired');
  }
  return account;
}
