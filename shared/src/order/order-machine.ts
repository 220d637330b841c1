import { ORDER_STATUSES, type OrderStatus } from './order-status';
import {
  ORDER_STATUS_DUTIES,
  ORDER_TRANSITIONS,
  type OrderActor,
  type OrderEvent,
  type OrderTransition,
} from './order-transitions';

const TRANSITIONS: readonly OrderTransition[] = ORDER_TRANSITIONS;

/** The row of the table for an event. Every event has exactly one. */
export function transitionOf(event: OrderEvent): OrderTransition {
  const transition = TRANSITIONS.find((row) => row.event === event);
  if (!transition) {
    throw new Error(`unknown order event ${event}`);
  }
  return transition;
}

export const isFinal = (status: OrderStatus): boolean => ORDER_STATUS_DUTIES[status].owner === null;

const DAY_MS = 86_400_000;

/** How long an order may stay in a status, in milliseconds; null for a final one. */
export function limitMsOf(status: OrderStatus): number | null {
  const { limitDays } = ORDER_STATUS_DUTIES[status];
  return limitDays === null ? null : limitDays * DAY_MS;
}

/** Handed in and not ended: somebody is waiting for something. */
export const isUnderWay = (status: OrderStatus): boolean => status !== 'draft' && !isFinal(status);

/**
 * A certificate may still come of it: meanwhile its holder has no other application for the project. What is being refunded
 * leads to none, and once the certificate is made, its renewal and reissue must be possible.
 */
export const LIVE_STATUSES: readonly OrderStatus[] = ['submitted', 'returned', 'approved', 'paid', 'issuing'];
export const isLive = (status: OrderStatus): boolean => LIVE_STATUSES.includes(status);

/** It ended without a certificate: what was typed can be handed in anew. */
export const REPEATABLE_STATUSES: readonly OrderStatus[] = ['rejected', 'cancelled', 'expired', 'refunded'];
export const isRepeatable = (status: OrderStatus): boolean => REPEATABLE_STATUSES.includes(status);

export interface OrderFacts {
  readonly status: OrderStatus;
  readonly paymentRequired: boolean;
}

/** Events that `actor` may cause now. Buttons are drawn from it and requests are checked by it. */
export function availableEvents(order: OrderFacts, actor: OrderActor): OrderEvent[] {
  return ORDER_TRANSITIONS.filter((row: OrderTransition) => {
    const fitsPayment =
      !(row.needs.includes('payment-required') && !order.paymentRequired) &&
      !(row.needs.includes('no-payment-required') && order.paymentRequired);
    return row.from.includes(order.status) && row.by.includes(actor) && fitsPayment;
  }).map((row) => row.event);
}

/** Mermaid text of the state diagram; the README's copy is checked against it. */
export function orderStateDiagram(): string {
  const lines = TRANSITIONS.flatMap((row) => row.from.map((from) => `  ${from} --> ${row.to}: ${row.event}`));
  const finals = ORDER_STATUSES.filter(isFinal).map((status) => `  ${status} --> [*]`);
  return ['stateDiagram-v2', '  [*] --> draft', ...lines, ...finals].join('\n');
}
