import * as v from 'valibot';
import { phoneNumberSchema } from './phone-number';
import { emailSchema } from './text-fields';

/** An e-mail address as an account has it: in small letters. */
export const accountEmailSchema = v.pipe(emailSchema, v.toLowerCase());

const SIGN_IN_ACCOUNT = '请输入 11 位手机号，或已确认的邮箱';

/** What one signs in with beside a password: the mobile number, or an e-mail address that was confirmed. */
export const signInAccountSchema = v.pipe(
  v.string(SIGN_IN_ACCOUNT),
  v.trim(),
  v.toLowerCase(),
  v.check((account) => v.is(phoneNumberSchema, account) || v.is(emailSchema, account), SIGN_IN_ACCOUNT),
);

/** Whether what is typed is (going to be) an e-mail address. */
export const looksLikeEmail = (account: string): boolean => /[^\d\s+-]/.test(account);
