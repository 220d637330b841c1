export { RegionField } from './region-field.h5';
