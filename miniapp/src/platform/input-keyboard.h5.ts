import type { InputKeyboard, InputKeyboardOptions } from './input-keyboard-props';

const MODES = { text: 'text', digits: 'numeric', 'id-number': 'text', email: 'email', password: 'text' } as const;

export const ID_KEYBOARD_LACKS_LETTERS = false;

/** Attributes for the input inside Taro's element; `tel` because `number` inputs lose leading zeros and length limits. */
export const inputKeyboard = ({ kind, label, autoFill }: InputKeyboardOptions): InputKeyboard => ({
  type: kind === 'digits' ? 'number' : 'text',
  password: kind === 'password',
  nativeProps: {
    ...(kind === 'digits' && { type: 'tel' }),
    inputMode: MODES[kind],
    autocomplete: autoFill,
    'aria-label': label,
  },
});
