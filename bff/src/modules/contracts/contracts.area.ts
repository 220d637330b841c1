import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { handleJobs } from '../../jobs/job-handler';
import { findOrder } from '../orders';
import { CONTRACT_JOBS } from './contract-jobs';
import { contractTextModel } from './contract-text.model';
import { bindContractsEndpoints } from './contracts.routes';
import { type LateLastingDependencies, lateLastingSweep } from './late-lasting';
import { type LastingDependencies, makeLasting } from './make-lasting';
import { type SealContractDependencies, sealContract } from './seal-contract';
import { sealedContracts } from './sealed-contracts';

const SEALING = { where: { 'contract.state': 'sealing' }, set: { 'contract.state': 'failed' } } as const;
const FAILED = { where: { 'contract.state': 'failed' }, set: { 'contract.state': 'sealing' } } as const;

export const contractsArea = {
  name: 'contracts',
  sealed: [sealedContracts],
  models: (connection: Connection) => ({ contractTexts: contractTextModel(connection) }),
  bind: bindContractsEndpoints,
  sweeps: (needs: LateLastingDependencies) => [lateLastingSweep(needs)],
  jobs: [
    handleJobs(CONTRACT_JOBS, (needs: SealContractDependencies & LastingDependencies) => ({
      makeLasting: {
        run: (run) => makeLasting(needs, run),
        async giveUp({ ownerId }) {
          const { orderNumber } = await findOrder(needs.orders, ownerId);
          return { facts: { orderNumber } };
        },
        redo: async () => ({}),
      },
      sealContract: {
        run: (run) => sealContract(needs, run),
        async giveUp({ ownerId }) {
          const { orderNumber, contract } = await findOrder(needs.orders, ownerId);
          return contract.state === 'sealing' ? { change: SEALING, facts: { orderNumber } } : null;
        },
        redo: async () => FAILED,
      },
    })),
  ],
} satisfies AnyArea;
