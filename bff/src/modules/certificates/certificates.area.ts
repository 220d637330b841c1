import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { handleJobs } from '../../jobs/job-handler';
import { type AdvanceOrderDependencies, advanceOrder } from './advance-order';
import { type CertificateModel, certificateModel } from './certificate.model';
import { bindCertificateDeskEndpoints, type CertificateDeskDependencies } from './certificate-desk.routes';
import { CERTIFICATE_JOBS } from './certificate-jobs';
import { bindCertificatesEndpoints, type CertificatesDependencies } from './certificates.routes';
import { findCertificate } from './find-certificates';
import { type IssueCertificateDependencies, issueCertificate } from './issue-certificate';
import { sealedCertificates } from './sealed-certificates';
import { tellAuthority } from './tell-authority';

const REQUESTED = { where: { state: 'requested' }, set: { state: 'failed' } } as const;
const FAILED = { where: { state: 'failed' }, set: { state: 'requested' } } as const;

type JobNeeds = AdvanceOrderDependencies & IssueCertificateDependencies;

const facts = async ({ certificates }: JobNeeds, certificateId: string) => {
  const { orderNumber } = await findCertificate(certificates, certificateId);
  return { facts: { orderNumber } };
};

export const certificatesArea = {
  name: 'certificates',
  sealed: sealedCertificates,
  models: (connection: Connection) => ({ certificates: certificateModel(connection) }),
  bind(bind: BindEndpoint, needs: CertificatesDependencies & CertificateDeskDependencies) {
    bindCertificatesEndpoints(bind, needs);
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
      },
      advanceOrder: {
        run: ({ ownerId }) => advanceOrder(needs, ownerId),
        giveUp: ({ ownerId }) => facts(needs, ownerId),
      },
      tellAuthority: {
        run: (run) => tellAuthority(needs, run),
        giveUp: ({ ownerId }) => facts(needs, ownerId),
      },
    })),
  ],
} satisfies AnyArea;
