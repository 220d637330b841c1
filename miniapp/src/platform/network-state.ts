export { isOnline } from './network-state.h5';
