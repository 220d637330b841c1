export {
  type AccountDeletionModel,
  accountDeletionModel,
  DELETE_ACCOUNT_JOB,
  NOTIFY_DELETION_JOB,
} from './account-deletion.model';
export {
  type DataExportModel,
  dataExportModel,
  PREPARE_EXPORT_JOB,
  REMOVE_EXPORT_JOB,
} from './data-export.model';
export { type DeleteAccountDependencies, deleteAccount } from './delete-account';
export { type NotifyDeletionDependencies, notifyDeletion } from './notify-deletion';
export { bindPersonalDataEndpoints, type PersonalDataDependencies } from './personal-data.routes';
export { type PrepareExportDependencies, prepareExport, removeExport } from './prepare-export';
export { createRetentionSweep } from './retention-sweep';
