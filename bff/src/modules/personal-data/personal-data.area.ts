import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import { handleJobs } from '../../jobs/job-handler';
import { type AccountDeletionModel, accountDeletionModel } from './account-deletion.model';
import { type DataExportModel, dataExportModel } from './data-export.model';
import { type DeleteAccountDependencies, deleteAccount } from './delete-account';
import { type NotifyDeletionDependencies, notifyDeletion } from './notify-deletion';
import { bindPersonalDataEndpoints } from './personal-data.routes';
import { DELETION_JOBS, EXPORT_JOBS } from './personal-data-jobs';
import { type PrepareExportDependencies, prepareExport, removeExport } from './prepare-export';
import { retentionSweep } from './retention-sweep';

/** A failed export is out of the way of the next one that its owner asks for. */
const failing = (exportId: string) => ({
  where: { state: 'preparing' },
  set: { state: 'failed', openFor: `failed:${exportId}` },
});
const FAILED = { where: { state: 'failed' }, set: { state: 'preparing' } } as const;

export const personalDataArea = {
  name: 'personal-data',
  models: (connection: Connection) => ({
    dataExports: dataExportModel(connection),
    accountDeletions: accountDeletionModel(connection),
  }),
  bind: bindPersonalDataEndpoints,
  queues: {
    export: ({ dataExports }: { dataExports: DataExportModel }) => outboxStore(dataExports),
    deletion: ({ accountDeletions }: { accountDeletions: AccountDeletionModel }) => outboxStore(accountDeletions),
  },
  jobs: [
    handleJobs(EXPORT_JOBS, (needs: PrepareExportDependencies) => ({
      prepareExport: {
        run: ({ ownerId }) => prepareExport(needs, ownerId),
        giveUp: async ({ ownerId }) => ({ change: failing(ownerId) }),
        redo: async () => FAILED,
      },
      removeExport: ({ ownerId }) => removeExport(needs, ownerId),
    })),
    handleJobs(DELETION_JOBS, (needs: DeleteAccountDependencies & NotifyDeletionDependencies) => ({
      tellScheduled: ({ ownerId }) => notifyDeletion(needs, ownerId),
      deleteAccount: ({ ownerId }) => deleteAccount(needs, ownerId),
    })),
  ],
  sweeps: retentionSweep,
} satisfies AnyArea;
