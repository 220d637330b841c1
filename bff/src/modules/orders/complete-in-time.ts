import { keyPlaceOf, type OrderEvent } from '@acceptance/shared';
import { type OutboxEntry, outboxEntry } from '../../database/outbox';
import type { OrderRecord } from './order.model';
import { ORDER_DELIVERY_JOBS } from './order-jobs';

const DAY_MS = 24 * 3_600_000;
/** Days after which the order of a software certificate is completed, when its holder has not said that they have it. */
export const SOFTWARE_DAYS = 7;

/** Whether nothing has to come to the applicant: the key is on their own device. */
export const isDownloaded = ({ deliveryWay }: Pick<OrderRecord, 'deliveryWay'>): boolean =>
  deliveryWay !== null && keyPlaceOf(deliveryWay) === 'software';

/** The job that completes a software certificate's order in time; it goes into the write that delivers it. */
export const completionInTime = (order: OrderRecord, event: OrderEvent, now: Date): OutboxEntry[] =>
  event === 'deliver' && isDownloaded(order)
    ? [outboxEntry(ORDER_DELIVERY_JOBS.completeDownloaded, new Date(now.getTime() + SOFTWARE_DAYS * DAY_MS))]
    : [];
