import { phoneNumberSchema } from '@acceptance/shared';
import * as v from 'valibot';
import { checkField } from '../../features/check-field';
import { SIGN_IN_TEXT } from '../../text/sign-in';

export interface SignInForm {
  readonly phone: string;
  readonly code: string;
  readonly agreed: boolean;
}

export type SignInErrors = { readonly [Field in keyof SignInForm]?: string | null };

const codeSchema = v.pipe(v.string(), v.regex(/^\d{6}$/, '验证码是 6 位数字'));

export const phoneError = (phone: string): string | null => checkField(phoneNumberSchema, phone);
export const codeError = (code: string): string | null => checkField(codeSchema, code);
export const agreedError = (agreed: boolean): string | null => (agreed ? null : SIGN_IN_TEXT.agreeFirst);

/** Everything that keeps the form from being sent, by field. */
export const signInErrors = ({ phone, code, agreed }: SignInForm): SignInErrors => ({
  phone: phoneError(phone),
  code: codeError(code),
  agreed: agreedError(agreed),
});

export const hasErrors = (errors: SignInErrors): boolean => Object.values(errors).some(Boolean);
