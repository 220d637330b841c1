import { maskIdNumber, type ProfileNumbers, type ProfileView } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { type OrderModel, type OrderRecord, readFormDraft } from '../orders';
import type { AccountRecord } from './account.model';
import { phoneOf } from './find-account';

export interface ProfileDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
}

interface Unit {
  readonly name: string;
  readonly unifiedSocialCreditCode: string;
}

/** The unit of somebody's newest application that names one. */
async function newestUnitOf({ orders, cipher }: ProfileDependencies, accountId: string): Promise<Unit | null> {
  const newest = await orders
    .findOne({ accountId, applicantType: 'unit', formDraft: { $ne: null } })
    .sort({ _id: -1 })
    .lean<OrderRecord>();
  const unit = newest && readFormDraft(cipher, newest).unit;
  return unit?.name ? { name: unit.name, unifiedSocialCreditCode: unit.unifiedSocialCreditCode ?? '' } : null;
}

/** One's own profile, masked (requirement A8). */
export async function readProfile(dependencies: ProfileDependencies, account: AccountRecord): Promise<ProfileView> {
  const unit = await newestUnitOf(dependencies, recordIdOf(account));
  return {
    unit: unit && {
      name: unit.name,
      unifiedSocialCreditCodeMasked: maskIdNumber(unit.unifiedSocialCreditCode),
    },
    signInAccount: account.phoneMasked,
    phoneMasked: account.phoneMasked,
    hasPassword: account.password !== undefined,
    email: account.email ? { masked: account.email.masked, confirmed: account.email.confirmedAt !== null } : null,
  };
}

/** One's own numbers in clear; the endpoint counts and records every call. */
export async function showNumbers(dependencies: ProfileDependencies, account: AccountRecord): Promise<ProfileNumbers> {
  const unit = await newestUnitOf(dependencies, recordIdOf(account));
  return {
    phone: phoneOf(dependencies.cipher, account),
    unifiedSocialCreditCode: unit?.unifiedSocialCreditCode || null,
  };
}
