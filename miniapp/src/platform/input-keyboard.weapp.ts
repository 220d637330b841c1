import type { InputKeyboard, InputKeyboardOptions } from './input-keyboard-props';

const TYPES = { text: 'text', digits: 'number', 'id-number': 'idcard', email: 'text', password: 'text' } as const;

export const inputKeyboard = ({ kind, label }: InputKeyboardOptions): InputKeyboard => ({
  type: TYPES[kind],
  password: kind === 'password',
  ariaLabel: label,
});
