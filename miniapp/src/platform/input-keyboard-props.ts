import type { InputProps } from '@tarojs/components';

/**
 * What is typed decides the keyboard, and what of it counts (`components/typed-value.ts`). `code`: letters and digits.
 * `account`: a phone number or an e-mail address.
 */
export type TypedKind =
  | 'text'
  | 'digits'
  | 'phone'
  | 'id-number'
  | 'code'
  | 'email'
  | 'account'
  | 'password'
  | 'shown-password';

/** What the browser may fill in by itself. */
export type AutoFill =
  | 'tel-national'
  | 'one-time-code'
  | 'email'
  | 'username'
  | 'current-password'
  | 'new-password'
  | 'off';

export interface InputKeyboardOptions {
  readonly kind: TypedKind;
  readonly label: string;
  readonly autoFill: AutoFill;
}

export type InputKeyboard = Pick<InputProps, 'type' | 'password' | 'nativeProps' | 'ariaLabel' | 'cursorSpacing'>;
