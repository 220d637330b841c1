export { findOpenChange } from './find-changes';
export { type MakeEffectiveDependencies, makeEffective } from './make-effective';
export { type NotifyChangeDependencies, notifyEffective, notifyRequested, notifyResult } from './notify-change';
export { type PhoneChangeModel, type PhoneChangeRecord, phoneChangeModel } from './phone-change.model';
export {
  MAKE_EFFECTIVE_JOB,
  NOTIFY_EFFECTIVE_JOB,
  NOTIFY_REQUESTED_JOB,
  NOTIFY_RESULT_JOB,
} from './phone-change-jobs';
export { bindPhoneChangesEndpoints, type PhoneChangeDependencies } from './phone-changes.routes';
