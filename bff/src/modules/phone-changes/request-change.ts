import {
  AppError,
  maskPhone,
  type PhoneChangeByCertificate,
  type PhoneChangeProof,
  type PhoneChangeReceipt,
  type PhoneChangeRequest,
} from '@acceptance/shared';
import { Types } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import type { FieldCipher } from '../../database/field-cipher';
import { outboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import type { IdentityVerifier } from '../../ports/identity-verifier';
import { type AccountModel, type AccountRecord, findAccountByPhone, PHONE_PURPOSE, phoneOf } from '../account';
import { consumeSmsCode, type SmsCodeModel } from '../auth';
import { type CertificateProofDependencies, proveByCertificate } from '../certificate-sign-in';
import { idNumberHashesOf, proveIdentity } from '../identity';
import type { OrderModel } from '../orders';
import { OBJECTION_MS, type PhoneChangeModel, type PhoneChangeRecord } from './phone-change.model';
import { presentReceipt } from './phone-change.presenter';
import { PHONE_CHANGE_JOBS } from './phone-change-jobs';
import { mayBeAbsorbed } from './replaced-account';

interface ChangeOpening {
  readonly phoneChanges: PhoneChangeModel;
  readonly accounts: AccountModel;
  readonly orders: OrderModel;
  readonly smsCodes: SmsCodeModel;
  readonly cipher: FieldCipher;
  readonly randomBytes: (size: number) => Buffer;
}

export interface RequestChangeDependencies extends ChangeOpening {
  readonly identityVerifier: IdentityVerifier;
}

export interface RequestByCertificateDependencies extends ChangeOpening, CertificateProofDependencies {}

const RECEIPT_PURPOSE = 'phone-change.receipt';
export const receiptHashesOf = (cipher: FieldCipher, receipt: string): string[] =>
  cipher.lookupHashes(receipt, RECEIPT_PURPOSE);

/** The account of the old number, when the person who asks is the one who was verified for it. */
async function findOwnAccount(
  dependencies: RequestChangeDependencies,
  { oldPhone, idNumber }: PhoneChangeRequest,
): Promise<AccountRecord> {
  const account = await findAccountByPhone(dependencies, oldPhone);
  const idNumberHash = account?.identity?.idNumberHash;
  if (!account || !idNumberHash || !idNumberHashesOf(dependencies.cipher, idNumber).includes(idNumberHash)) {
    // The same for an unknown number, an account that was never verified, and one of somebody else.
    throw new AppError('phone_changes.not_matched');
  }
  return account;
}

function refuseSameNumber(oldPhone: string, newPhone: string): void {
  if (oldPhone === newPhone) {
    throw new AppError('request.invalid', { fields: [{ path: 'newPhone', message: '新手机号与原手机号相同' }] });
  }
}

async function refuseUsedNumber(dependencies: ChangeOpening, newPhone: string): Promise<void> {
  const holder = await findAccountByPhone(dependencies, newPhone);
  if (holder && !(await mayBeAbsorbed(dependencies, holder))) {
    throw new AppError('phone_changes.number_in_use');
  }
}

/** A new change of an account, by who has proved to be its person and to have the new number. */
async function openChange(
  dependencies: ChangeOpening,
  account: AccountRecord,
  { newPhone, reason, provedBy }: Pick<PhoneChangeRequest, 'newPhone' | 'reason'> & { provedBy: PhoneChangeProof },
  now: Date,
): Promise<PhoneChangeReceipt & { receipt: string }> {
  const { phoneChanges, cipher, randomBytes } = dependencies;
  const oldPhone = phoneOf(cipher, account);
  refuseSameNumber(oldPhone, newPhone);
  await refuseUsedNumber(dependencies, newPhone);
  const receipt = randomBytes(32).toString('hex');
  const accountId = account._id.toHexString();
  const _id = new Types.ObjectId();
  const changeId = recordIdOf({ _id });
  try {
    const change = await phoneChanges.create({
      _id,
      accountId,
      openFor: accountId,
      state: 'requested',
      revision: 0,
      receiptHash: cipher.lookupHash(receipt, RECEIPT_PURPOSE),
      oldPhone: cipher.encryptText(oldPhone, PHONE_PURPOSE, changeId),
      newPhone: cipher.encryptText(newPhone, PHONE_PURPOSE, changeId),
      oldPhoneHash: cipher.lookupHash(oldPhone, PHONE_PURPOSE),
      newPhoneHash: cipher.lookupHash(newPhone, PHONE_PURPOSE),
      oldPhoneMasked: account.phoneMasked,
      newPhoneMasked: maskPhone(newPhone),
      nameMasked: account.identity?.nameMasked ?? '',
      reason,
      provedBy,
      approvals: [],
      refusal: null,
      requestedAt: now,
      objectUntil: new Date(now.getTime() + OBJECTION_MS),
      settledAt: null,
      outbox: [
        outboxEntry(PHONE_CHANGE_JOBS.tellRequested, now),
        outboxEntry(PHONE_CHANGE_JOBS.tellRequestedByWechat, now),
      ],
    });
    return { receipt, ...presentReceipt(change.toObject<PhoneChangeRecord>()) };
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError('phone_changes.already_requested') : error;
  }
}

/**
 * Asks for another mobile number: the new one is proved by its code, the person by the real-name check with the new
 * number, which must be the person who was verified for the account.
 * @throws AppError auth.code_*, identity.*, phone_changes.*, request.invalid
 */
export async function requestChange(
  dependencies: RequestChangeDependencies,
  request: PhoneChangeRequest,
  now: Date,
): Promise<PhoneChangeReceipt & { receipt: string }> {
  const { oldPhone, newPhone, code, deviceId, name, idNumber, reason } = request;
  refuseSameNumber(oldPhone, newPhone);
  await consumeSmsCode(dependencies, { phone: newPhone, code, purpose: 'change-phone', deviceId, now });
  // Before anything is said about the account: who asks without being the person learns nothing.
  await proveIdentity(dependencies.identityVerifier, { name, idNumber, phone: newPhone });
  const account = await findOwnAccount(dependencies, request);
  return openChange(dependencies, account, { newPhone, reason, provedBy: 'identity' }, now);
}

/**
 * The same by who holds a certificate: the account is the one that it was issued for.
 * @param origin of `pageOriginOf`
 * @throws AppError auth.code_*, auth.challenge_invalid, auth.certificate_*, phone_changes.*, request.invalid
 */
export async function requestChangeByCertificate(
  dependencies: RequestByCertificateDependencies,
  { newPhone, code, reason, ...answer }: PhoneChangeByCertificate,
  origin: string,
  now: Date,
): Promise<PhoneChangeReceipt & { receipt: string }> {
  const { deviceId } = answer;
  await consumeSmsCode(dependencies, { phone: newPhone, code, purpose: 'change-phone', deviceId, now });
  const { accountId } = await proveByCertificate(dependencies, { answer, purpose: 'phone-change', origin, now });
  const account = await dependencies.accounts
    .findOne({ _id: accountId, closedAt: { $exists: false } })
    .lean<AccountRecord>();
  if (!account) {
    // Closed meanwhile: its certificates had to be revoked before.
    throw new AppError('auth.certificate_revoked');
  }
  return openChange(dependencies, account, { newPhone, reason, provedBy: 'certificate' }, now);
}
