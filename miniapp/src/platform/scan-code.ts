export { scanCode, scansCodes } from './scan-code.h5';
