import { AppError, type OrderEvent } from '@acceptance/shared';
import { findOrder, type OrderActorReference, type OrderModel, transitionOrder } from '../orders';
import { tellShippingAnew } from '../shipping-info';
import type { DeliveryModel, DeliveryRecord } from './delivery.model';
import { changeDelivery, findDelivery } from './find-deliveries';
import { parcelFields } from './parcel-progress';

export interface AdvanceDependencies {
  readonly deliveries: DeliveryModel;
  readonly orders: OrderModel;
  readonly now: () => Date;
}

const system = { role: 'system', id: null } as const;

/**
 * Takes the order along after what was written of its delivery: sent or handed over → delivered; handed over → completed
 * too. Repeating it changes nothing.
 */
export async function advanceOrder(
  { orders, now }: Pick<AdvanceDependencies, 'orders' | 'now'>,
  { orderId, parcels, collected }: DeliveryRecord,
  by: OrderActorReference = system,
): Promise<void> {
  const { status } = await findOrder(orders, orderId);
  const isOut = parcels.length > 0 || collected !== null;
  const events: OrderEvent[] = [
    ...(isOut && status === 'issued' ? (['deliver'] as const) : []),
    ...(collected && (status === 'issued' || status === 'delivered') ? (['complete'] as const) : []),
  ];
  for (const event of events) {
    await transitionOrder(orders, { orderId, event, by: event === 'deliver' ? by : system, now: now() });
  }
}

/** Job: the same, for a call that died between its two writes. */
export async function advanceOrderOfDelivery(needs: AdvanceDependencies, deliveryId: string): Promise<void> {
  const delivery = await findDelivery(needs.deliveries, deliveryId);
  if (delivery) {
    await advanceOrder(needs, delivery);
  }
}

/** Job: WeChat was told of another parcel, or of its number before it was corrected. */
export async function tellShippingOf(needs: AdvanceDependencies, deliveryId: string): Promise<void> {
  const delivery = await findDelivery(needs.deliveries, deliveryId);
  if (delivery) {
    await tellShippingAnew(needs.orders, delivery.orderId, needs.now());
  }
}

/** The delivery of an order that is over has nothing more to wait for; what is lost or comes back stays a matter. */
export async function noteEnd({ deliveries }: Pick<AdvanceDependencies, 'deliveries'>, orderId: string, at: Date) {
  const found = await deliveries.findOne({ orderId, completedAt: null }).lean<DeliveryRecord>();
  if (found) {
    await changeDelivery(deliveries, found, ({ completedAt, parcels }) =>
      completedAt
        ? null
        : {
            set: {
              ...{ stage: 'done', watchAt: null },
              ...parcelFields({ completedAt: at }, parcels, at),
              ...{ completesAt: null, completedAt: at },
            },
          },
    );
  }
}

/** Completes an order whose time is over; one that moved otherwise meanwhile is left as it is. */
export async function completeOrder(needs: AdvanceDependencies, orderId: string): Promise<void> {
  const { orders, now } = needs;
  try {
    await transitionOrder(orders, { orderId, event: 'complete', by: system, now: now() });
  } catch (error) {
    const isElsewhere = error instanceof AppError && error.code === 'orders.transition_not_allowed';
    if (!isElsewhere || (await findOrder(orders, orderId)).status === 'issued') {
      throw error;
    }
  }
  await noteEnd(needs, orderId, now());
}
