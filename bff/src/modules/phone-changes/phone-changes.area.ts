import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import { handleJobs } from '../../jobs/job-handler';
import { type MakeEffectiveDependencies, makeEffective } from './make-effective';
import {
  type NotifyChangeDependencies,
  tellEffective,
  tellEffectiveByWechat,
  tellRequested,
  tellRequestedByWechat,
  tellResult,
} from './notify-change';
import { type PhoneChangeModel, phoneChangeModel } from './phone-change.model';
import { PHONE_CHANGE_JOBS } from './phone-change-jobs';
import { bindPhoneChangesEndpoints } from './phone-changes.routes';
import { sealedPhoneChanges } from './sealed-phone-changes';

export const phoneChangesArea = {
  name: 'phone-changes',
  sealed: sealedPhoneChanges,
  models: (connection: Connection) => ({ phoneChanges: phoneChangeModel(connection) }),
  bind: bindPhoneChangesEndpoints,
  queues: { phoneChange: ({ phoneChanges }: { phoneChanges: PhoneChangeModel }) => outboxStore(phoneChanges) },
  jobs: [
    handleJobs(PHONE_CHANGE_JOBS, (needs: MakeEffectiveDependencies & NotifyChangeDependencies) => ({
      tellRequested: ({ ownerId }) => tellRequested(needs, ownerId),
      tellRequestedByWechat: ({ ownerId }) => tellRequestedByWechat(needs, ownerId),
      makeEffective: ({ ownerId }) => makeEffective(needs, ownerId),
      tellEffective: ({ ownerId }) => tellEffective(needs, ownerId),
      tellEffectiveByWechat: ({ ownerId }) => tellEffectiveByWechat(needs, ownerId),
      tellResult: ({ ownerId, entry }) => tellResult(needs, ownerId, String(entry.payload.result)),
    })),
  ],
} satisfies AnyArea;
