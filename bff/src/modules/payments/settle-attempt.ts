import { AppError, type OrderEvent, type TaskSettlement } from '@acceptance/shared';
import type { PersonalEnd } from '../../jobs/job-handler';
import {
  attemptFields,
  awaitsReturn,
  findOrder,
  keepsMoney,
  type OrderRecord,
  type PaymentAttempt,
  transitionOrder,
  updateAttempt,
} from '../orders';
import { UNPAID_STATUSES } from './new-attempt';
import type { PaymentDependencies } from './payment-dependencies';

type Settling = Pick<PaymentDependencies, 'orders'>;

/** What a settlement makes of an attempt, and of its order. */
interface Settled {
  readonly fields: Partial<PaymentAttempt>;
  readonly event?: OrderEvent;
}

/** How the order follows money that has gone back. */
const EVENT_OF_RETURN: Partial<Record<OrderRecord['status'], OrderEvent>> = {
  refunding: 'confirm-refund',
  paid: 'note-refund',
  issuing: 'note-refund',
};

/** An order ends with the last of its money: not while it keeps a payment, nor while another one is still on its way back. */
function isLastMoney({ status, attempts, transfer }: OrderRecord, { outTradeNo }: PaymentAttempt): boolean {
  const rest = { attempts: attempts.filter((other) => other.outTradeNo !== outTradeNo), transfer };
  return !keepsMoney(rest) && !(status === 'refunding' && awaitsReturn(rest));
}

function returned(order: OrderRecord, attempt: PaymentAttempt): Settled {
  const isPayment = !UNPAID_STATUSES.includes(attempt.status);
  const event = isPayment && isLastMoney(order, attempt) ? EVENT_OF_RETURN[order.status] : undefined;
  return { fields: { status: 'refunded', anomaly: null }, ...(event && { event }) };
}

function booked(order: OrderRecord, { outTradeNo, status, paidAt }: PaymentAttempt, now: Date): Settled | null {
  const isDue =
    order.status === 'approved' && !order.attempts.some((a) => a.outTradeNo !== outTradeNo && a.status === 'paid');
  return isDue && UNPAID_STATUSES.includes(status)
    ? { fields: { status: 'paid', anomaly: null, paidAt: paidAt ?? now }, event: 'confirm-payment' }
    : null;
}

function notPaid({ status, signedState }: PaymentAttempt): Settled | null {
  const isPaid = !UNPAID_STATUSES.includes(status) || signedState === 'SUCCESS' || signedState === 'REFUND';
  return isPaid ? null : { fields: { status: 'closed', anomaly: null } };
}

/** Null: that cannot be true of this attempt, or cannot be done with the order as it stands. */
function settledBy(settlement: TaskSettlement, order: OrderRecord, attempt: PaymentAttempt, now: Date): Settled | null {
  switch (settlement) {
    case 'returned-at-platform':
    case 'returned-by-transfer':
      return returned(order, attempt);
    case 'booked-as-paid':
      return booked(order, attempt, now);
    case 'no-money-came':
      return notPaid(attempt);
    case 'checked-in-order':
      return UNPAID_STATUSES.includes(attempt.status)
        ? null
        : { fields: { anomaly: null, checkedAnomaly: attempt.anomaly } };
    default:
      return null;
  }
}

/**
 * Writes what finance has found out about an attempt: from then on the order says so, and the applicant can go on. A
 * second time nothing changes. @throws AppError tasks.settlement_does_not_fit, request.conflict (the order changed meanwhile)
 */
export async function settleAttempt(
  { orders }: Settling,
  orderId: string,
  outTradeNo: string,
  { settlement, staffId, now, closing }: PersonalEnd,
): Promise<void> {
  const order = await findOrder(orders, orderId);
  const attempt = order.attempts.find((candidate) => candidate.outTradeNo === outTradeNo);
  if (!attempt || order.outbox.some(({ id }) => id === closing.id)) {
    return;
  }
  const settled = settledBy(settlement, order, attempt, now);
  if (!settled) {
    throw new AppError('tasks.settlement_does_not_fit');
  }
  const { fields, event } = settled;
  if (!event) {
    const change = { outTradeNo, from: [attempt.status], fields, jobs: [closing] };
    if (!(await updateAttempt(orders, order, change))) {
      throw new AppError('request.conflict');
    }
    return;
  }
  const changed = await transitionOrder(orders, {
    orderId,
    event,
    by: { role: 'finance', id: staffId },
    now,
    revision: order.revision,
    set: attemptFields(order, outTradeNo, fields),
    jobs: [closing],
  });
  // "Already paid" answers alike when another attempt has paid meanwhile.
  if (!changed.attempts.some((after) => after.outTradeNo === outTradeNo && after.status === fields.status)) {
    throw new AppError('request.conflict');
  }
}

/** `settleAttempt` for those attempts of an order that a job about the whole order has left as they were. */
export async function settleAttempts(
  needs: Settling,
  orderId: string,
  isLeft: (attempt: PaymentAttempt) => boolean,
  end: PersonalEnd,
): Promise<void> {
  const { attempts } = await findOrder(needs.orders, orderId);
  for (const { outTradeNo } of attempts.filter(isLeft)) {
    await settleAttempt(needs, orderId, outTradeNo, end);
  }
}
