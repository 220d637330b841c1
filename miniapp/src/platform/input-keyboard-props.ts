import type { InputProps } from '@tarojs/components';

/** What is typed decides the keyboard. `digits` takes nothing else. */
export type TypedKind = 'text' | 'digits' | 'id-number' | 'email' | 'password';

/** What the browser may fill in by itself. */
export type AutoFill = 'tel' | 'one-time-code' | 'email' | 'username' | 'current-password' | 'new-password' | 'off';

export interface InputKeyboardOptions {
  readonly kind: TypedKind;
  readonly label: string;
  readonly autoFill: AutoFill;
}

export type InputKeyboard = Pick<InputProps, 'type' | 'password' | 'nativeProps' | 'ariaLabel'>;
