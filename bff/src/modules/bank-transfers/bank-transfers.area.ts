import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { handleJobs, JobGivenUp } from '../../jobs/job-handler';
import { findOrder, ORDER_TRANSFER_JOBS, type OrderModel } from '../orders';
import { type BankEntryModel, bankEntryModel, ENTRY_WORDS_PURPOSE } from './bank-entry.model';
import { BANK_ENTRY_JOBS } from './bank-entry-jobs';
import { type BankTransfersDependencies, bindBankTransfersEndpoints } from './bank-transfers.routes';
import { settleClaim } from './claim-money';
import { giveUpMatching, type MatchDependencies, matchEntry } from './match-entry';
import { savedLayoutModel } from './saved-layout.model';
import { settleEntry, settleReturn } from './settle-entry';
import { bindStatementLayoutEndpoints, type StatementLayoutsDependencies } from './statement-layouts.routes';
import { bindTransferDeskEndpoints, type TransferDeskDependencies } from './transfer-desk.routes';

export const bankTransfersArea = {
  name: 'bank-transfers',
  models: (connection: Connection) => ({
    bankEntries: bankEntryModel(connection),
    statementLayouts: savedLayoutModel(connection),
  }),
  sealed: [{ collection: 'bank_entries', envelopes: { words: ENTRY_WORDS_PURPOSE } }],
  bind(bind: BindEndpoint, needs: BankTransfersDependencies & TransferDeskDependencies & StatementLayoutsDependencies) {
    bindBankTransfersEndpoints(bind, needs);
    bindTransferDeskEndpoints(bind, needs);
    bindStatementLayoutEndpoints(bind, needs);
  },
  queues: { bankEntry: ({ bankEntries }: { bankEntries: BankEntryModel }) => outboxStore(bankEntries) },
  jobs: [
    handleJobs(BANK_ENTRY_JOBS, (needs: MatchDependencies) => ({
      matchEntry: {
        run: ({ ownerId }) => matchEntry(needs, ownerId),
        giveUp: (run, reason) => giveUpMatching(needs, run, reason),
        settle: (ownerId, _payload, end) => settleEntry(needs, ownerId, end),
      },
      settleClaim: ({ ownerId, entry: { payload } }) =>
        settleClaim(needs, ownerId, {
          orderId: String(payload.orderId),
          booking: String(payload.booking),
          now: needs.now(),
        }),
    })),
    handleJobs(ORDER_TRANSFER_JOBS, ({ orders }: { orders: OrderModel }) => ({
      returnTransfer: {
        run: async ({ ownerId }) => {
          if ((await findOrder(orders, ownerId)).transfer?.state === 'returning') {
            throw new JobGivenUp('by-hand');
          }
        },
        giveUp: async ({ ownerId }) => {
          const { orderNumber, project } = await findOrder(orders, ownerId);
          return { facts: { orderNumber, expectedFen: project.priceFen } };
        },
        settle: (ownerId, _payload, end) => settleReturn({ orders }, ownerId, end),
      },
    })),
  ],
} satisfies AnyArea;
