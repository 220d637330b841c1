export { RegionPicker } from './region-picker.h5';
