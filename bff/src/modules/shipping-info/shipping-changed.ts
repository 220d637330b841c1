import { type OutboxEntry, outboxEntry } from '../../database/outbox';
import { ORDER_SHIPPING_JOBS } from '../orders';

/**
 * Goes into the order's outbox when something else is to be told: a number was corrected, a returned parcel sent anew.
 * WeChat takes one such change; the next one is a task.
 */
export const shippingChanged = (now: Date): OutboxEntry => outboxEntry(ORDER_SHIPPING_JOBS.reportShipping, now);
