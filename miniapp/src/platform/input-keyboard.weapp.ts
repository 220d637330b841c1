import type { InputKeyboard, InputKeyboardOptions } from './input-keyboard-props';

const TYPES = { text: 'text', digits: 'number', 'id-number': 'idcard', email: 'text', password: 'text' } as const;

/** `idcard`: digits and X. */
export const ID_KEYBOARD_LACKS_LETTERS = true;

export const inputKeyboard = ({ kind, label }: InputKeyboardOptions): InputKeyboard => ({
  type: TYPES[kind],
  password: kind === 'password',
  ariaLabel: label,
});
