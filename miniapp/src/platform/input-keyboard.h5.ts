import type { InputKeyboard, InputKeyboardOptions } from './input-keyboard-props';

const MODES = {
  text: 'text',
  digits: 'numeric',
  phone: 'numeric',
  'id-number': 'text',
  code: 'text',
  email: 'email',
  account: 'email',
  password: 'text',
  'shown-password': 'text',
} as const;

/** Browsers scroll the field into view by themselves. */
export const ABOVE_KEYBOARD = {};

export const ID_KEYBOARD_LACKS_LETTERS = false;

/** Attributes for the input inside Taro's element; `tel` because `number` inputs lose leading zeros and length limits. */
export const inputKeyboard = ({ kind, label, autoFill }: InputKeyboardOptions): InputKeyboard => ({
  type: MODES[kind] === 'numeric' ? 'number' : 'text',
  password: kind === 'password',
  nativeProps: {
    ...(MODES[kind] === 'numeric' && { type: 'tel' }),
    inputMode: MODES[kind],
    autocomplete: autoFill,
    'aria-label': label,
  },
});
