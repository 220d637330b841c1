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

/** Every job that the outbox of an export may hold, by name. */
export const dataExportJobs = (dependencies: PrepareExportDependencies): Record<string, JobHandler> => ({
  [PREPARE_EXPORT_JOB]: async (id) => {
    await prepareExport(dependencies, id);
    return 'done';
  },
  [REMOVE_EXPORT_JOB]: async (id) => {
    await removeExport(dependencies, id);
    return 'done';
  },
});

/** Every job that the outbox of a deletion may hold, by name. */
export const accountDeletionJobs = (
  dependencies: DeleteAccountDependencies & NotifyDeletionDependencies,
): Record<string, JobHandler> => ({
  [NOTIFY_DELETION_JOB]: async (id) => {
    await notifyDeletion(dependencies, id);
    return 'done';
  },
  [DELETE_ACCOUNT_JOB]: (id) => deleteAccount(dependencies, id),
});
