export { FOCUSABLE, startKeyboardActivation } from './keyboard.h5';
