export { readDevice } from './read-device.h5';
