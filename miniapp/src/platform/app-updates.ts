export { onUpdateReady } from './app-updates.h5';
