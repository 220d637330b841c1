import {
  DELETE_ACCOUNT_JOB,
  type DeleteAccountDependencies,
  deleteAccount,
  NOTIFY_DELETION_JOB,
  type NotifyDeletionDependencies,
  notifyDeletion,
  PREPARE_EXPORT_JOB,
  type PrepareExportDependencies,
  prepareExport,
  REMOVE_EXPORT_JOB,
  removeExport,
} from '../modules/personal-data';
import type { JobHandler } from './dispatcher';
import { done } from './done';

/** Every job that the outbox of an export may hold, by name. */
export const dataExportJobs = (dependencies: PrepareExportDependencies): Record<string, JobHandler> => ({
  [PREPARE_EXPORT_JOB]: (id) => done(prepareExport(dependencies, id)),
  [REMOVE_EXPORT_JOB]: (id) => done(removeExport(dependencies, id)),
});

/** Every job that the outbox of a deletion may hold, by name. */
export const accountDeletionJobs = (
  dependencies: DeleteAccountDependencies & NotifyDeletionDependencies,
): Record<string, JobHandler> => ({
  [NOTIFY_DELETION_JOB]: (id) => done(notifyDeletion(dependencies, id)),
  [DELETE_ACCOUNT_JOB]: (id) => deleteAccount(dependencies, id),
});
