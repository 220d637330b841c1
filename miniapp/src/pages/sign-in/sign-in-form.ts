import { phoneNumberSchema, signInAccountSchema, smsCodeSchema } from '@acceptance/shared';
import { checkField } from '../../features/check-field';
import { SIGN_IN_TEXT } from '../../text/sign-in';

export const phoneError = (phone: string): string | null => checkField(phoneNumberSchema, phone);
export const accountError = (account: string): string | null => checkField(signInAccountSchema, account);
export const passwordError = (password: string): string | null => (password ? null : SIGN_IN_TEXT.passwordMissing);
export const codeError = (code: string): string | null => checkField(smsCodeSchema, code);
