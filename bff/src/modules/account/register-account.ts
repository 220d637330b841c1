import { maskPhone } from '@acceptance/shared';
import { type QueryFilter, Types } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { type AccountModel, type AccountRecord, PHONE_PURPOSE } from './account.model';
import { phoneHashesOf } from './account-hashes';
import { findAccountByPhone } from './find-account';

/** What an account is at its beginning. Its id comes first: what is sealed is sealed for it. */
export function newAccount(cipher: FieldCipher, phone: string, now: Date) {
  const _id = new Types.ObjectId();
  return {
    _id,
    ...phoneHashesOf(cipher, phone),
    phone: cipher.encryptText(phone, PHONE_PURPOSE, recordIdOf({ _id })),
    phoneMasked: maskPhone(phone),
    identity: null,
    identityFailures: { day: '', count: 0 },
    openid: null,
    unionid: null,
    terms: [],
    createdAt: now,
  } satisfies AccountRecord;
}

/** Consent to the terms, once per version. */
const recordTerms = (accounts: AccountModel, of: QueryFilter<AccountRecord>, version: string, at: Date) =>
  accounts.updateOne({ ...of, 'terms.version': { $ne: version } }, { $push: { terms: { version, at } } });

/**
 * The account of somebody who has proved to be its owner in another way than by its number; consent to the terms is
 * recorded. Null when it is closed or gone: nobody registers like that.
 */
export async function admitToAccount(
  accounts: AccountModel,
  { accountId, termsVersion, now }: Omit<Registration, 'phone'> & { readonly accountId: string },
): Promise<AccountRecord | null> {
  const open = { _id: new Types.ObjectId(accountId), closedAt: { $exists: false } };
  await recordTerms(accounts, open, termsVersion, now);
  return accounts.findOne(open).lean<AccountRecord>();
}

interface Registration {
  readonly phone: string;
  readonly termsVersion: string;
  readonly now: Date;
}

/**
 * The account of a proved phone number, made on the first sign-in; consent to the terms is recorded once per version. @throws Error
 * when it is deleted at the same time
 */
export async function registerAccount(
  needs: { accounts: AccountModel; cipher: FieldCipher },
  { phone, termsVersion, now }: Registration,
): Promise<AccountRecord> {
  const { accounts, cipher } = needs;
  const terms = { version: termsVersion, at: now };
  const known = await findAccountByPhone(needs, phone);
  if (!known) {
    const account = { ...newAccount(cipher, phone, now), terms: [terms] };
    try {
      await accounts.create(account);
      return account;
    } catch (error) {
      // Two first sign-ins at once: the other one made the account.
      if (!isDuplicateKey(error)) {
        throw error;
      }
    }
  }
  if (known?.terms.some(({ version }) => version === termsVersion)) {
    return known;
  }
  await recordTerms(accounts, { phoneHash: { $in: cipher.lookupHashes(phone, PHONE_PURPOSE) } }, termsVersion, now);
  const account = await findAccountByPhone(needs, phone);
  if (!account) {
    throw new Error('the account vanished while signing in');
  }
  return account;
}
