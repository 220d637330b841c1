import { AppError, maskPhone } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { type AccountModel, type AccountRecord, openPerson, type Person, PHONE_PURPOSE, phoneOf } from '../account';
import { idNumberHashesOf } from '../identity';
import type { OrderRecord } from '../orders';
import type { StaffModel, StaffOwnPhone, StaffRecord } from './staff.model';

export interface OwnOrderDependencies {
  readonly staffMembers: StaffModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

/** What is stored of a member's own number. */
export const ownPhoneOf = (cipher: FieldCipher, phone: string, staffId: string, at: Date): StaffOwnPhone => ({
  phone: cipher.encryptText(phone, PHONE_PURPOSE, staffId),
  phoneHash: cipher.lookupHash(phone, PHONE_PURPOSE),
  phoneMasked: maskPhone(phone),
  at,
});

/** Adds a number of one's own; entering it again changes nothing, but for one that was kept as a hash only. */
export async function addOwnPhone(
  { staffMembers, cipher }: Pick<OwnOrderDependencies, 'staffMembers' | 'cipher'>,
  staffId: string,
  phone: string,
  now: Date,
): Promise<{ phoneMasked: string }> {
  const own = ownPhoneOf(cipher, phone, staffId, now);
  const known = { phoneHash: { $in: cipher.lookupHashes(phone, PHONE_PURPOSE) } };
  await staffMembers.updateOne(
    { _id: staffId, ownPhones: { $elemMatch: { ...known, phone: { $exists: false } } } },
    { $set: { 'ownPhones.$[bare].phone': own.phone, 'ownPhones.$[bare].phoneHash': own.phoneHash } },
    { arrayFilters: [{ 'bare.phoneHash': known.phoneHash }] },
  );
  await staffMembers.updateOne(
    { _id: staffId, ownPhones: { $not: { $elemMatch: known } } },
    { $push: { ownPhones: own } },
  );
  return { phoneMasked: own.phoneMasked };
}

/** Keyed hashes, by every key, by which a person is known. */
interface Hashes {
  readonly phones: string[];
  readonly idNumbers: string[];
}

const NOBODY: Hashes = { phones: [], idNumbers: [] };

async function hashesOfAccount({ accounts, cipher }: OwnOrderDependencies, accountId: string): Promise<Hashes> {
  const account = await accounts
    .findOne({ _id: accountId }, { phone: 1, identity: 1 })
    .lean<Pick<AccountRecord, '_id' | 'phone' | 'identity'>>();
  if (!account) {
    return NOBODY;
  }
  const person = account.identity && openPerson(cipher, account.identity.person, accountId);
  return {
    phones: account.phone ? cipher.lookupHashes(phoneOf(cipher, account), PHONE_PURPOSE) : [],
    idNumbers: person ? idNumberHashesOf(cipher, person.idNumber) : [],
  };
}

const hashesOfPerson = (cipher: FieldCipher, { phone, idNumber }: Person): Hashes => ({
  phones: cipher.lookupHashes(phone, PHONE_PURPOSE),
  idNumbers: idNumberHashesOf(cipher, idNumber),
});

/** The person whom an order names: the number of their account may be another one by now. */
const hashesOfApplicant = ({ cipher }: OwnOrderDependencies, order: Pick<OrderRecord, '_id' | 'applicant'>): Hashes =>
  order.applicant ? hashesOfPerson(cipher, openPerson(cipher, order.applicant.person, recordIdOf(order))) : NOBODY;

const together = (...some: readonly Hashes[]): Hashes => ({
  phones: some.flatMap(({ phones }) => phones),
  idNumbers: some.flatMap(({ idNumbers }) => idNumbers),
});

/** What a member has entered, by every key; what was kept as a hash only, by that of its time. */
function hashesOfMember(cipher: FieldCipher, staff: Pick<StaffRecord, '_id' | 'ownPhones'>): string[] {
  return (staff.ownPhones ?? []).flatMap(({ phone, phoneHash }) =>
    phone ? cipher.lookupHashes(cipher.decryptText(phone, PHONE_PURPOSE, recordIdOf(staff)), PHONE_PURPOSE) : phoneHash,
  );
}

/**
 * Refuses when a member is that person: the same number, or the same ID number as the one that was verified for the
 * account under the member's number. Only numbers that the member has entered are known: who entered none is stopped by
 * nothing here, but every decision stands in the audit log.
 */
async function refuseSelf(
  { staffMembers, accounts, cipher }: OwnOrderDependencies,
  staffId: string,
  hashesOf: () => Promise<Hashes>,
): Promise<void> {
  const staff = await staffMembers
    .findOne({ _id: staffId }, { ownPhones: 1 })
    .lean<Pick<StaffRecord, '_id' | 'ownPhones'>>();
  const own = staff ? hashesOfMember(cipher, staff) : [];
  if (own.length === 0) {
    return;
  }
  const { phones, idNumbers } = await hashesOf();
  const ownIdentity = { phoneHash: { $in: own }, 'identity.idNumberHash': { $in: idNumbers } };
  if (phones.some((phone) => own.includes(phone)) || (await accounts.exists(ownIdentity))) {
    throw new AppError('staff.own_order');
  }
}

/** Nobody decides on an order of their own. @throws AppError staff.own_order */
export const refuseOwnOrder = (
  dependencies: OwnOrderDependencies,
  staffId: string,
  order: Pick<OrderRecord, '_id' | 'accountId' | 'applicant'>,
): Promise<void> =>
  refuseSelf(dependencies, staffId, async () =>
    together(await hashesOfAccount(dependencies, order.accountId), hashesOfApplicant(dependencies, order)),
  );

/** Nobody approves what concerns an applicant's account of their own. @throws AppError staff.own_order */
export const refuseOwnAccount = (dependencies: OwnOrderDependencies, staffId: string, accountId: string) =>
  refuseSelf(dependencies, staffId, () => hashesOfAccount(dependencies, accountId));

/** Nobody proves a person whom they are, or for an account of their own. @throws AppError staff.own_order */
export const refuseOwnPerson = (
  dependencies: OwnOrderDependencies,
  staffId: string,
  { accountId, person }: { readonly accountId: string; readonly person: Person },
): Promise<void> =>
  refuseSelf(dependencies, staffId, async () =>
    together(await hashesOfAccount(dependencies, accountId), hashesOfPerson(dependencies.cipher, person)),
  );
