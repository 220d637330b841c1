export { holdFocus } from './dialog-focus.h5';
