import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import { handleJobs } from '../../jobs/job-handler';
import { CERTIFICATE_FOLLOWER_JOBS, type CertificateModel, findCertificate } from '../certificates';
import type { BeginSealDependencies } from './begin-seal';
import { type ElectronicSealModel, electronicSealModel } from './electronic-seal.model';
import { bindElectronicSealsEndpoints } from './electronic-seals.routes';
import { findSeal } from './find-seals';
import { type FollowDependencies, followCertificateOfSeal, keepSeals } from './follow-certificate';
import { type MakeSealDependencies, makeSeal } from './make-seal';
import { SEAL_JOBS } from './seal-jobs';
import { sealedElectronicSeals } from './sealed-electronic-seals';
import { sealsOfCertificate } from './seals-of-certificate';

const MAKING = { where: { state: 'making' }, set: { state: 'failed' } } as const;
const FAILED = { where: { state: 'failed' }, set: { state: 'making' } } as const;

const orderNumberOf = async (certificates: CertificateModel, certificateId: string) =>
  (await findCertificate(certificates, certificateId)).orderNumber;

export const electronicSealsArea = {
  name: 'electronic-seals',
  sealed: sealedElectronicSeals,
  models: (connection: Connection) => ({ electronicSeals: electronicSealModel(connection) }),
  services: ({ electronicSeals }: { electronicSeals: ElectronicSealModel }) => ({
    sealsOfCertificate: (certificateId: string) => sealsOfCertificate(electronicSeals, certificateId),
  }),
  bind: bindElectronicSealsEndpoints,
  queues: {
    electronicSeal: ({ electronicSeals }: { electronicSeals: ElectronicSealModel }) => outboxStore(electronicSeals),
  },
  jobs: [
    handleJobs(CERTIFICATE_FOLLOWER_JOBS, (needs: FollowDependencies & BeginSealDependencies) => ({
      keepSeals: {
        run: ({ ownerId }) => keepSeals(needs, ownerId),
        giveUp: async ({ ownerId }) => ({
          facts: { orderNumber: await orderNumberOf(needs.certificates, ownerId) },
        }),
      },
    })),
    handleJobs(SEAL_JOBS, (needs: MakeSealDependencies) => ({
      make: {
        run: (run) => makeSeal(needs, run),
        async giveUp({ ownerId }) {
          const { state, orderNumber } = await findSeal(needs.electronicSeals, ownerId);
          return state === 'making' ? { change: MAKING, facts: { orderNumber } } : null;
        },
        redo: async () => FAILED,
      },
      follow: {
        run: ({ ownerId }) => followCertificateOfSeal(needs, ownerId),
        giveUp: async ({ ownerId }) => {
          const { orderNumber } = await findSeal(needs.electronicSeals, ownerId);
          return { facts: { orderNumber } };
        },
      },
    })),
  ],
} satisfies AnyArea;
