import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { handleJobs } from '../../jobs/job-handler';
import { findOrder, ORDER_DELIVERY_JOBS } from '../orders';
import {
  type AdvanceDependencies,
  advanceOrderOfDelivery,
  completeOrder,
  noteEnd,
  tellShippingOf,
} from './advance-order';
import { bindDeliveriesEndpoints, type DeliveriesDependencies } from './deliveries.routes';
import { type DeliveryModel, deliveryModel } from './delivery.model';
import { bindDeliveryDeskEndpoints, type DeliveryDeskDependencies } from './delivery-desk.routes';
import { DELIVERY_JOBS } from './delivery-jobs';
import { findDelivery } from './find-deliveries';
import { type NoteDependencies, queryParcel, subscribeParcel } from './note-parcel';
import { parcelOf } from './parcel-of';
import { type PickUpReminderDependencies, pickUpReminderSweep, remindToCollect } from './pick-up-reminders';
import { type PrepareDependencies, prepareDelivery } from './prepare-delivery';
import { sealedDeliveries } from './sealed-deliveries';
import { type HoldDependencies, holdWithParcel } from './settle-parcel';
import { deliverySweeps } from './watch-deliveries';

type JobNeeds = AdvanceDependencies & NoteDependencies & HoldDependencies & PickUpReminderDependencies;

const facts = async ({ deliveries }: Pick<JobNeeds, 'deliveries'>, deliveryId: string) => {
  const delivery = await findDelivery(deliveries, deliveryId);
  return delivery && { facts: { orderNumber: delivery.orderNumber } };
};
const factsOfOrder = async ({ orders }: Pick<JobNeeds, 'orders'>, orderId: string) => ({
  facts: { orderNumber: (await findOrder(orders, orderId)).orderNumber },
});

export const deliveriesArea = {
  name: 'deliveries',
  sealed: sealedDeliveries,
  models: (connection: Connection) => ({ deliveries: deliveryModel(connection) }),
  services: ({ deliveries }: { deliveries: DeliveryModel }) => ({
    parcelOf: (orderId: string) => parcelOf(deliveries, orderId),
  }),
  bind(bind: BindEndpoint, needs: DeliveriesDependencies & DeliveryDeskDependencies) {
    bindDeliveriesEndpoints(bind, needs);
    bindDeliveryDeskEndpoints(bind, needs);
  },
  queues: { delivery: ({ deliveries }: { deliveries: DeliveryModel }) => outboxStore(deliveries) },
  jobs: [
    handleJobs(ORDER_DELIVERY_JOBS, (needs: PrepareDependencies & AdvanceDependencies) => ({
      prepareDelivery: {
        run: ({ ownerId }) => prepareDelivery(needs, ownerId),
        giveUp: ({ ownerId }) => factsOfOrder(needs, ownerId),
      },
      endDelivery: {
        run: ({ ownerId }) => noteEnd(needs, ownerId, needs.now()),
        giveUp: ({ ownerId }) => factsOfOrder(needs, ownerId),
      },
      completeDownloaded: {
        run: ({ ownerId }) => completeOrder(needs, ownerId),
        giveUp: ({ ownerId }) => factsOfOrder(needs, ownerId),
      },
    })),
    handleJobs(DELIVERY_JOBS, (needs: JobNeeds) => ({
      advanceOrder: {
        run: ({ ownerId }) => advanceOrderOfDelivery(needs, ownerId),
        giveUp: ({ ownerId }) => facts(needs, ownerId),
      },
      subscribe: ({ ownerId, entry }) => subscribeParcel(needs, ownerId, entry.payload.reference),
      query: ({ ownerId, entry }) => queryParcel(needs, ownerId, entry.payload.reference),
      holdCertificate: {
        run: ({ ownerId }) => holdWithParcel(needs, ownerId),
        giveUp: ({ ownerId }) => facts(needs, ownerId),
      },
      tellShipping: {
        run: ({ ownerId }) => tellShippingOf(needs, ownerId),
        giveUp: ({ ownerId }) => facts(needs, ownerId),
      },
      remind: ({ ownerId }) => remindToCollect(needs, ownerId),
    })),
  ],
  sweeps: (needs: AdvanceDependencies) => [...deliverySweeps(needs), pickUpReminderSweep(needs)],
} satisfies AnyArea;
