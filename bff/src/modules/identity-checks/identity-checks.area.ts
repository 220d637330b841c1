import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import { handleJobs } from '../../jobs/job-handler';
import { checkIdentityPromise } from './check-identity-promise';
import { findLastCheck } from './find-checks';
import { type IdentityCheckModel, identityCheckModel } from './identity-check.model';
import { IDENTITY_CHECK_JOBS } from './identity-check-jobs';
import { bindIdentityChecksEndpoints } from './identity-checks.routes';
import { sealedIdentityChecks } from './sealed-identity-checks';
import { closeOpenCheck, type SettleDependencies } from './settle-check';
import { settledChecksSweep } from './settled-checks-sweep';
import { type TellResultDependencies, tellCheckResult } from './tell-check-result';

interface CheckJobNeeds extends TellResultDependencies {
  readonly now: () => Date;
}

export const identityChecksArea = {
  name: 'identity-checks',
  sealed: sealedIdentityChecks,
  models: (connection: Connection) => ({ identityChecks: identityCheckModel(connection) }),
  services: (needs: SettleDependencies) => ({
    findLastCheck: (accountId: string) => findLastCheck(needs.identityChecks, accountId),
    /** With an order: only when the check is about that order's photos. */
    closeOpenCheck: (accountId: string, now: Date, orderId?: string) =>
      closeOpenCheck(needs, { accountId, orderId }, now),
  }),
  bind: bindIdentityChecksEndpoints,
  queues: {
    identityCheck: ({ identityChecks }: { identityChecks: IdentityCheckModel }) => outboxStore(identityChecks),
  },
  jobs: [
    handleJobs(IDENTITY_CHECK_JOBS, (needs: CheckJobNeeds) => ({
      checkPromise: ({ ownerId }) => checkIdentityPromise(needs, ownerId),
      tellResult: ({ ownerId, entry }) => tellCheckResult(needs, ownerId, String(entry.payload.result)),
    })),
  ],
  sweeps: settledChecksSweep,
} satisfies AnyArea;
