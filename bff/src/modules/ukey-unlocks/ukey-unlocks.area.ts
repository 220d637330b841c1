import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { handleJobs } from '../../jobs/job-handler';
import { type TellDependencies, tellUnlocked } from './tell-unlocked';
import { type UkeyUnlockModel, ukeyUnlockModel } from './ukey-unlock.model';
import { bindUkeyUnlockDeskEndpoints, type UkeyUnlockDeskDependencies } from './ukey-unlock-desk.routes';
import { UKEY_UNLOCK_JOBS } from './ukey-unlock-jobs';
import { bindUkeyUnlocksEndpoints, type UkeyUnlocksDependencies } from './ukey-unlocks.routes';
import { unlockSweeps } from './unlock-sweeps';

export const ukeyUnlocksArea = {
  name: 'ukey-unlocks',
  models: (connection: Connection) => ({ ukeyUnlocks: ukeyUnlockModel(connection) }),
  bind(bind: BindEndpoint, needs: UkeyUnlocksDependencies & UkeyUnlockDeskDependencies) {
    bindUkeyUnlocksEndpoints(bind, needs);
    bindUkeyUnlockDeskEndpoints(bind, needs);
  },
  queues: { ukeyUnlock: ({ ukeyUnlocks }: { ukeyUnlocks: UkeyUnlockModel }) => outboxStore(ukeyUnlocks) },
  jobs: [
    handleJobs(UKEY_UNLOCK_JOBS, (needs: TellDependencies) => ({
      tellUnlocked: ({ ownerId }) => tellUnlocked(needs, ownerId),
    })),
  ],
  sweeps: unlockSweeps,
} satisfies AnyArea;
