export { inputKeyboard } from './input-keyboard.h5';
