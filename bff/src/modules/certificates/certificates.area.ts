import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { handleJobs } from '../../jobs/job-handler';
import { findOrder, ORDER_ORIGIN_JOBS, type OrderRecord } from '../orders';
import { type AdvanceOrderDependencies, advanceOrder } from './advance-order';
import { type CertificateModel, certificateModel } from './certificate.model';
import { bindCertificateDeskEndpoints, type CertificateDeskDependencies } from './certificate-desk.routes';
import { CERTIFICATE_JOBS } from './certificate-jobs';
import { type ReminderDependencies, reminderSweep, remindHolder, remindHolderByWechat } from './certificate-reminders';
import { bindCertificatesEndpoints, type CertificatesDependencies } from './certificates.routes';
import { endOthersOfKey } from './compromised-keys';
import { type DiscardDependencies, discardRequest, endDiscarded } from './discard-request';
import { endOriginOfOrder, findStopped } from './end-origin';
import { findCertificate } from './find-certificates';
import { type IssueCertificateDependencies, issueCertificate } from './issue-certificate';
import { bindLifeCycleEndpoints } from './life-cycle.routes';
import { groundOf } from './order-ground';
import { sealedCertificates } from './sealed-certificates';
import type { LifeCycleDependencies } from './start-successor';
import { tellAuthority } from './tell-authority';

const REQUESTED = { where: { state: 'requested' }, set: { state: 'failed' } } as const;
const FAILED = { where: { state: 'failed' }, set: { state: 'requested' } } as const;

type JobNeeds = AdvanceOrderDependencies & IssueCertificateDependencies & ReminderDependencies & DiscardDependencies;

const facts = async ({ certificates }: JobNeeds, certificateId: string) => {
  const { orderNumber } = await findCertificate(certificates, certificateId);
  return { facts: { orderNumber } };
};

export const certificatesArea = {
  name: 'certificates',
  sealed: sealedCertificates,
  models: (connection: Connection) => ({ certificates: certificateModel(connection) }),
  services: ({ certificates }: { certificates: CertificateModel }) => ({
    /** @throws AppError certificates.origin_ended */
    checkOrigin: async (order: OrderRecord, now: Date): Promise<void> => {
      await groundOf({ certificates }, order, now);
    },
  }),
  bind(bind: BindEndpoint, needs: CertificatesDependencies & CertificateDeskDependencies & LifeCycleDependencies) {
    bindCertificatesEndpoints(bind, needs);
    bindLifeCycleEndpoints(bind, needs);
    bindCertificateDeskEndpoints(bind, needs);
  },
  queues: { certificate: ({ certificates }: { certificates: CertificateModel }) => outboxStore(certificates) },
  jobs: [
    handleJobs(CERTIFICATE_JOBS, (needs: JobNeeds) => ({
      issue: {
        run: (run) => issueCertificate(needs, run),
        async giveUp({ ownerId }) {
          const { state, orderNumber } = await findCertificate(needs.certificates, ownerId);
          return state === 'requested' ? { change: REQUESTED, facts: { orderNumber } } : null;
        },
        redo: async () => FAILED,
        settle: (ownerId, _payload, end) => discardRequest(needs, ownerId, end),
      },
      advanceOrder: {
        run: ({ ownerId }) => advanceOrder(needs, ownerId),
        giveUp: ({ ownerId }) => facts(needs, ownerId),
        // There is a certificate: its key cannot be made anew, and whoever chooses so is told.
        settle: (ownerId, _payload, end) => discardRequest(needs, ownerId, end),
      },
      endDiscarded: {
        run: (run) => endDiscarded(needs, run),
        giveUp: ({ ownerId }) => facts(needs, ownerId),
      },
      endOthersOfKey: ({ ownerId }) => endOthersOfKey(needs, ownerId),
      findStopped: ({ ownerId }) => findStopped(needs, ownerId),
      remind: ({ ownerId }) => remindHolder(needs, ownerId),
      remindByWechat: ({ ownerId }) => remindHolderByWechat(needs, ownerId),
      tellAuthority: {
        run: (run) => tellAuthority(needs, run),
        giveUp: ({ ownerId }) => facts(needs, ownerId),
      },
    })),
    handleJobs(ORDER_ORIGIN_JOBS, (needs: JobNeeds) => ({
      endOrigin: {
        run: ({ ownerId }) => endOriginOfOrder(needs, ownerId),
        giveUp: async ({ ownerId }) => {
          const { orderNumber } = await findOrder(needs.orders, ownerId);
          return { facts: { orderNumber } };
        },
      },
    })),
  ],
  sweeps: reminderSweep,
} satisfies AnyArea;
