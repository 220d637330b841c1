import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import { handleJobs } from '../../jobs/job-handler';
import { CARD_READING_PURPOSE } from './card-reading/stored-reading';
import { checkPromise } from './check-promise';
import { refuseUneditable } from './edit-order';
import { findFileHolders } from './file-holders';
import { findOwnOrder } from './find-order';
import { claimedUnit, UNIT_CLAIM_PURPOSE } from './live-claim';
import { type ClaimSweepDependencies, liveClaimSweep } from './live-claim-sweep';
import { FORM_PURPOSE, type OrderModel, orderModel } from './order.model';
import { orderEndingSweep } from './order-endings';
import { ORDER_ISSUING_JOBS, ORDER_REVIEW_JOBS } from './order-jobs';
import { counterModel } from './order-number';
import { bindOrdersEndpoints } from './orders.routes';
import { REFUND_WORDS_PURPOSE } from './refund/refund-request';
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
        'cardReadings.*.reading': CARD_READING_PURPOSE,
        'refundRequests.*.words': REFUND_WORDS_PURPOSE,
      },
      hashes: [{ path: 'liveClaim.unitHashes', purpose: UNIT_CLAIM_PURPOSE, from: 'form', pick: claimedUnit }],
    },
  ],
  models: (connection: Connection) => ({ orders: orderModel(connection), counters: counterModel(connection) }),
  services: ({ orders }: { orders: OrderModel }) => ({
    /** @throws AppError orders.not_found, orders.not_editable */
    checkOrderEditable: async (accountId: string, orderId: string): Promise<void> =>
      refuseUneditable(await findOwnOrder(orders, accountId, orderId)),
    findFileHolders: (orderIds: readonly string[]) => findFileHolders(orders, orderIds),
  }),
  bind: bindOrdersEndpoints,
  queues: { order: ({ orders }: { orders: OrderModel }) => outboxStore(orders) },
  sweeps: (needs: ClaimSweepDependencies) => [...liveClaimSweep(needs), orderEndingSweep(needs)],
  jobs: [
    handleJobs(ORDER_REVIEW_JOBS, (needs: OrderJobNeeds) => ({
      checkPromise: ({ ownerId }) => checkPromise(needs, ownerId),
    })),
    handleJobs(ORDER_ISSUING_JOBS, ({ orders, now }: OrderJobNeeds) => ({
      startIssuing: ({ ownerId }) => startIssuing(orders, ownerId, now()),
    })),
  ],
} satisfies AnyArea;
