export { leaveTextField, listenToKeys } from './keyboard.h5';
