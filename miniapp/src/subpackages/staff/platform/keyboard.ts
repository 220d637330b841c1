export { enterTextField, leaveTextField, listenToKeys } from './keyboard.h5';
