export { ABOVE_KEYBOARD, ID_KEYBOARD_LACKS_LETTERS, inputKeyboard } from './input-keyboard.h5';
