import type { FilePurpose } from '@acceptance/shared';
import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import { handleJobs } from '../../jobs/job-handler';
import type { FileHolder } from '../files';
import { CARD_READING_PURPOSE } from './card-reading/stored-reading';
import { checkPromise } from './check-promise';
import { refuseUneditable } from './edit-order';
import { fileHolderOf, findFileHolders } from './file-holders';
import { findOwnOrder } from './find-order';
import { claimedUnit, UNIT_CLAIM_PURPOSE } from './live-claim';
import { type ClaimSweepDependencies, liveClaimSweep } from './live-claim-sweep';
import { FORM_PURPOSE, type OrderModel, orderModel } from './order.model';
import { orderEndingSweep } from './order-endings';
import { ORDER_ISSUING_JOBS, ORDER_REVIEW_JOBS } from './order-jobs';
import { counterModel } from './order-number';
import { bindOrdersEndpoints } from './orders.routes';
import { payerOfForm, refuseSlipless, TRANSFER_NOTE_PURPOSE, TRANSFER_PAYER_PURPOSE } from './parts/transfer';
import { REFUND_WORDS_PURPOSE } from './refund/refund-request';
import { RISK_PURPOSES, tracedAddress, tracedUnit, tracedUnitName } from './risk/risk-traces';
import { riskTraceSweep } from './risk/trace-sweep';
import { startIssuing } from './start-issuing';

interface OrderJobNeeds {
  readonly orders: OrderModel;
  readonly now: () => Date;
}

export const ordersArea = {
  name: 'orders',
  sealed: [
    {
      collection: 'orders',
      envelopes: {
        formDraft: FORM_PURPOSE,
        form: FORM_PURPOSE,
        'reviewRounds.*.draft': FORM_PURPOSE,
        'cardReadings.*.reading': CARD_READING_PURPOSE,
        'transfer.note': TRANSFER_NOTE_PURPOSE,
        'refundRequests.*.words': REFUND_WORDS_PURPOSE,
      },
      passing: {
        'riskTraces.deviceHashes': 'devices that orders were submitted from: compared by the newer keys only',
      },
      hashes: [
        { path: 'liveClaim.unitHashes', purpose: UNIT_CLAIM_PURPOSE, from: 'form', pick: claimedUnit },
        { path: 'riskTraces.unitHashes', purpose: RISK_PURPOSES.unit, from: 'form', pick: tracedUnit },
        { path: 'riskTraces.addressHashes', purpose: RISK_PURPOSES.address, from: 'form', pick: tracedAddress },
        { path: 'riskTraces.unitNameHashes', purpose: RISK_PURPOSES.unitName, from: 'form', pick: tracedUnitName },
        { path: 'transfer.payerHashes', purpose: TRANSFER_PAYER_PURPOSE, from: 'form', pick: payerOfForm },
      ],
    },
  ],
  models: (connection: Connection) => ({ orders: orderModel(connection), counters: counterModel(connection) }),
  services: ({ orders }: { orders: OrderModel }) => ({
    /** @throws AppError orders.not_found, orders.not_editable */
    checkOrderTakes: async (accountId: string, orderId: string, purpose: FilePurpose): Promise<FileHolder> => {
      const order = await findOwnOrder(orders, accountId, orderId);
      (purpose === 'transfer-slip' ? refuseSlipless : refuseUneditable)(order);
      return fileHolderOf(order);
    },
    findFileHolders: (orderIds: readonly string[]) => findFileHolders(orders, orderIds),
  }),
  bind: bindOrdersEndpoints,
  queues: { order: ({ orders }: { orders: OrderModel }) => outboxStore(orders) },
  sweeps: (needs: ClaimSweepDependencies) => [...liveClaimSweep(needs), orderEndingSweep(needs), riskTraceSweep(needs)],
  jobs: [
    handleJobs(ORDER_REVIEW_JOBS, (needs: OrderJobNeeds) => ({
      checkPromise: ({ ownerId }) => checkPromise(needs, ownerId),
    })),
    handleJobs(ORDER_ISSUING_JOBS, ({ orders, now }: OrderJobNeeds) => ({
      startIssuing: ({ ownerId }) => startIssuing(orders, ownerId, now()),
    })),
  ],
} satisfies AnyArea;
