export { prefersLargeType } from './font-size-setting.h5';
