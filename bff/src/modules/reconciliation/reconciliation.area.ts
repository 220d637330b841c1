import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import { handleJobs } from '../../jobs/job-handler';
import { type CompareDependencies, compareMoney } from './compare-money';
import { type OpenDaysDependencies, openDaysSweep } from './open-days-sweep';
import { bindReconciliationEndpoints } from './reconciliation.routes';
import { type ReconciliationDayModel, reconciliationDayModel } from './reconciliation-day.model';
import { RECONCILIATION_JOBS } from './reconciliation-jobs';
import { closeByHand } from './settle-difference';

export const reconciliationArea = {
  name: 'reconciliation',
  models: (connection: Connection) => ({ reconciliationDays: reconciliationDayModel(connection) }),
  bind: bindReconciliationEndpoints,
  queues: {
    reconciliationDay: ({ reconciliationDays }: { reconciliationDays: ReconciliationDayModel }) =>
      outboxStore(reconciliationDays),
  },
  jobs: [
    handleJobs(RECONCILIATION_JOBS, (needs: CompareDependencies) => ({
      compare: {
        run: ({ ownerId, entry: { payload } }) =>
          compareMoney(needs, ownerId, payload.since instanceof Date ? payload.since : needs.now()),
        giveUp: async ({ ownerId }) => {
          const record = await needs.reconciliationDays.findOne({ _id: ownerId }, { day: 1 }).lean<{ day: string }>();
          return record && { facts: { day: record.day } };
        },
        settle: (ownerId, _payload, end) => closeByHand(needs, ownerId, end),
      },
    })),
  ],
  sweeps: (needs: OpenDaysDependencies) => [openDaysSweep(needs)],
} satisfies AnyArea;
