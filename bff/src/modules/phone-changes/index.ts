export { findOpenChange } from './find-changes';
export type { PhoneChangeModel, PhoneChangeRecord } from './phone-change.model';
