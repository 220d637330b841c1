import type { InputKeyboard, InputKeyboardOptions } from './input-keyboard-props';

const TYPES = {
  text: 'text',
  digits: 'number',
  phone: 'number',
  'id-number': 'idcard',
  code: 'text',
  email: 'text',
  account: 'text',
  password: 'text',
  'shown-password': 'text',
} as const;

/** Room between caret and keyboard, in px: the rest of the field, and two lines of its error in large type. */
export const ABOVE_KEYBOARD = { cursorSpacing: 110 };

/** `idcard`: digits and X. */
export const ID_KEYBOARD_LACKS_LETTERS = true;

export const inputKeyboard = ({ kind, label }: InputKeyboardOptions): InputKeyboard => ({
  type: TYPES[kind],
  password: kind === 'password',
  ariaLabel: label,
  ...ABOVE_KEYBOARD,
});
