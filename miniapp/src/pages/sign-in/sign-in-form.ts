import { checkSignInField } from '../../features/check-sign-in-field';
import { SIGN_IN_TEXT } from '../../text/sign-in';

export const phoneError = (phone: string): string | null => checkSignInField('phone', phone);
export const accountError = (account: string): string | null => checkSignInField('account', account);
export const passwordError = (password: string): string | null => (password ? null : SIGN_IN_TEXT.passwordMissing);
export const codeError = (code: string): string | null => checkSignInField('code', code);
