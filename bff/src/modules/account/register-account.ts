import { maskPhone } from '@acceptance/shared';
import { isDuplicateKey } from '../../database/duplicate-key';
import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, type AccountRecord, PHONE_PURPOSE } from './account.model';

export type NewAccount = Omit<AccountRecord, '_id'>;

/** What an account is at its beginning. */
export const newAccount = (cipher: FieldCipher, phone: string, now: Date): NewAccount => ({
  phoneHash: cipher.lookupHash(phone, PHONE_PURPOSE),
  phone: cipher.encryptText(phone, PHONE_PURPOSE),
  phoneMasked: maskPhone(phone),
  identity: null,
  identityFailures: { day: '', count: 0 },
  openid: null,
  unionid: null,
  terms: [],
  createdAt: now,
});

interface Registration {
  readonly phone: string;
  readonly termsVersion: string;
  readonly now: Date;
}

/** The account of a proved phone number, made on the first sign-in; consent to the terms is recorded once per version. */
export async function registerAccount(
  { accounts, cipher }: { accounts: AccountModel; cipher: FieldCipher },
  { phone, termsVersion, now }: Registration,
): Promise<AccountRecord> {
  const { phoneHash, ...fresh } = newAccount(cipher, phone, now);
  try {
    await accounts.updateOne({ phoneHash }, { $setOnInsert: fresh }, { upsert: true });
  } catch (error) {
    // Two first sign-ins at once: the other one made the account.
    if (!isDuplicateKey(error)) {
      throw error;
    }
  }
  await accounts.updateOne(
    { phoneHash, 'terms.version': { $ne: termsVersion } },
    { $push: { terms: { version: termsVersion, at: now } } },
  );
  const account = await accounts.findOne({ phoneHash }).lean<AccountRecord>();
  if (!account) {
    throw new Error('the account vanished while signing in');
  }
  return account;
}
