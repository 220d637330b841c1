import { maskIdNumber, type ProfileNumbers, type ProfileView } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { type OrderModel, type OrderRecord, readFormDraft } from '../orders';
import type { AccountModel } from './account.model';
import { findAccount, phoneOf } from './find-account';

export interface ProfileDependencies {
  readonly accounts: AccountModel;
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

/** One's own profile, masked (requirement A8). @throws AppError auth.session_expired */
export async function readProfile(dependencies: ProfileDependencies, accountId: string): Promise<ProfileView> {
  const account = await findAccount(dependencies.accounts, accountId);
  const unit = await newestUnitOf(dependencies, accountId);
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

/** One's own numbers in clear; the endpoint counts and records every call. @throws AppError auth.session_expired */
export async function showNumbers(dependencies: ProfileDependencies, accountId: string): Promise<ProfileNumbers> {
  const account = await findAccount(dependencies.accounts, accountId);
  const unit = await newestUnitOf(dependencies, accountId);
  return {
    phone: phoneOf(dependencies.cipher, account),
    unifiedSocialCreditCode: unit?.unifiedSocialCreditCode || null,
  };
}
