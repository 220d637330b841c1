import { AppError, maskPhone } from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, type AccountRecord, PERSON_PURPOSE, type Person, PHONE_PURPOSE } from '../account';
import { idNumberHashOf } from '../identity';
import type { OrderRecord } from '../orders';
import type { StaffModel, StaffOwnPhone, StaffRecord } from './staff.model';

export interface OwnOrderDependencies {
  readonly staffMembers: StaffModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

const phoneHashOf = (cipher: FieldCipher, phone: string): string => cipher.lookupHash(phone, PHONE_PURPOSE);

/** What is stored of a member's own number. */
export const ownPhoneOf = (cipher: FieldCipher, phone: string, at: Date): StaffOwnPhone => ({
  phoneHash: phoneHashOf(cipher, phone),
  phoneMasked: maskPhone(phone),
  at,
});

/** Adds a number of one's own; entering it again changes nothing. */
export async function addOwnPhone(
  { staffMembers, cipher }: Pick<OwnOrderDependencies, 'staffMembers' | 'cipher'>,
  staffId: string,
  phone: string,
  now: Date,
): Promise<{ phoneMasked: string }> {
  const own = ownPhoneOf(cipher, phone, now);
  await staffMembers.updateOne(
    { _id: staffId, 'ownPhones.phoneHash': { $ne: own.phoneHash } },
    { $push: { ownPhones: own } },
  );
  return { phoneMasked: own.phoneMasked };
}

/** Keyed hashes by which a person is known. */
interface Hashes {
  readonly phones: string[];
  readonly idNumbers: string[];
}

async function hashesOfAccount({ accounts }: OwnOrderDependencies, accountId: string): Promise<Hashes> {
  const account = await accounts
    .findOne({ _id: accountId }, { phoneHash: 1, identity: 1 })
    .lean<Pick<AccountRecord, '_id' | 'phoneHash' | 'identity'>>();
  return {
    phones: account ? [account.phoneHash] : [],
    idNumbers: account?.identity ? [account.identity.idNumberHash] : [],
  };
}

/** The person whom an order names: the number of their account may be another one by now. */
function hashesOfApplicant({ cipher }: OwnOrderDependencies, { applicant }: Pick<OrderRecord, 'applicant'>): Hashes {
  if (!applicant) {
    return { phones: [], idNumbers: [] };
  }
  const { phone, idNumber } = decryptJson<Person>(cipher, applicant.person, PERSON_PURPOSE);
  return { phones: [phoneHashOf(cipher, phone)], idNumbers: [idNumberHashOf(cipher, idNumber)] };
}

/**
 * Refuses when a member is that person: the same number, or the same ID number as the one that was verified for the
 * account under the member's number. Only numbers that the member has entered are known: who entered none is stopped by
 * nothing here, but every decision stands in the audit log.
 */
async function refuseSelf(
  { staffMembers, accounts }: OwnOrderDependencies,
  staffId: string,
  hashesOf: () => Promise<Hashes>,
): Promise<void> {
  const staff = await staffMembers
    .findOne({ _id: staffId }, { ownPhones: 1 })
    .lean<Pick<StaffRecord, '_id' | 'ownPhones'>>();
  const own = (staff?.ownPhones ?? []).map(({ phoneHash }) => phoneHash);
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
  order: Pick<OrderRecord, 'accountId' | 'applicant'>,
): Promise<void> =>
  refuseSelf(dependencies, staffId, async () => {
    const account = await hashesOfAccount(dependencies, order.accountId);
    const applicant = hashesOfApplicant(dependencies, order);
    return {
      phones: [...account.phones, ...applicant.phones],
      idNumbers: [...account.idNumbers, ...applicant.idNumbers],
    };
  });

/** Nobody approves what concerns an applicant's account of their own. @throws AppError staff.own_order */
export const refuseOwnAccount = (dependencies: OwnOrderDependencies, staffId: string, accountId: string) =>
  refuseSelf(dependencies, staffId, () => hashesOfAccount(dependencies, accountId));
