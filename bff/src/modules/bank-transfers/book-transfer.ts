import { AppError, type Booking } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { outboxEntry } from '../../database/outbox';
import {
  findOrder,
  ORDER_MONEY_JOBS,
  type OrderActorReference,
  type OrderRecord,
  type OrderTransfer,
  type TransferPart,
  transitionOrder,
  updateTransfer,
} from '../orders';
import { ensureTransfer } from './choose-transfer';
import { CLAIM_MS, type ClaimDependencies, claimMoney, keepClaim, NO_BOOKING, releaseClaim } from './claim-money';

export interface BookDependencies extends ClaimDependencies {
  readonly cipher: FieldCipher;
  readonly randomBytes: (size: number) => Buffer;
}

export interface BookingWish {
  readonly orderId: string;
  readonly entryIds: readonly string[];
  readonly by: OrderActorReference;
  readonly now: Date;
}

type Booked = Booking['booked'][number];

const isPaidWithAll = ({ transfer }: OrderRecord, entryIds: readonly string[]): boolean => {
  const parts = transfer?.paid?.parts ?? [];
  return parts.length > 0 && parts.every(({ entryId }) => entryIds.includes(entryId));
};

const bookedOf = (order: OrderRecord): Booked => ({
  orderId: order._id.toHexString(),
  orderNumber: order.orderNumber,
  amountFen: order.project.priceFen,
});

const WAIT_STEP_MS = 50;
/** Longer than a booking takes. */
const WAIT_STEPS = 60;

/** Free, or held by a booking that has died. */
const bookable = (now: Date) => ({
  status: 'approved' as const,
  $or: [
    { 'transfer.booking': { $in: [null, NO_BOOKING] } },
    { 'transfer.bookingAt': { $lte: new Date(now.getTime() - CLAIM_MS) } },
  ],
});

/** @throws AppError bank_transfers.not_due */
function refuseNotDue({ orderNumber, status, project }: OrderRecord): void {
  if (status !== 'approved' || !project.paymentRequired) {
    throw new AppError('bank_transfers.not_due', { details: { orderNumber } });
  }
}

/**
 * Makes this booking the one that may pay the order, after another that is under way has ended; null: that one has paid with the
 * same money. @throws AppError orders.not_found, bank_transfers.not_due, bank_transfers.changed_meanwhile
 */
async function begin(needs: BookDependencies, wish: BookingWish, booking: string): Promise<OrderRecord | null> {
  const { orders } = needs;
  const { orderId, entryIds, now } = wish;
  for (let step = 0; step < WAIT_STEPS; step += 1) {
    // One reading for both questions: between two of them the other booking can have paid, and the order is not due then.
    const order = await findOrder(orders, orderId);
    if (isPaidWithAll(order, entryIds)) {
      return null;
    }
    refuseNotDue(order);
    const withCode = await ensureTransfer(needs, order, now);
    const fields = { booking, bookingAt: now };
    const begun = await updateTransfer(orders, withCode, { where: bookable(now), fields });
    if (begun) {
      return begun;
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_STEP_MS));
  }
  throw new AppError('bank_transfers.changed_meanwhile');
}

/** Claims what the order costs from its entries, one after the other. @throws AppError bank_transfers.too_little */
async function claimAll(
  needs: BookDependencies,
  { order, booking, wish }: { order: OrderRecord; booking: string; wish: BookingWish },
  parts: TransferPart[],
): Promise<void> {
  let missing = order.project.priceFen;
  for (const entryId of wish.entryIds) {
    const amountFen = missing > 0 ? await claimMoney(needs, { entryId, order, booking, now: wish.now }, missing) : 0;
    if (amountFen > 0) {
      parts.push({ entryId, amountFen });
      missing -= amountFen;
    }
  }
  if (missing > 0) {
    throw new AppError('bank_transfers.too_little', { details: { orderNumber: order.orderNumber } });
  }
}

/** The one write that pays: whoever is not the order's booking by then pays nothing. @throws AppError orders.transition_not_allowed */
async function pay(
  { orders }: BookDependencies,
  { order, booking, wish }: { order: OrderRecord; booking: string; wish: BookingWish },
  parts: readonly TransferPart[],
): Promise<boolean> {
  const { orderId, by, now } = wish;
  const paid: OrderTransfer['paid'] = { at: now, by: by.id, parts };
  const changed = await transitionOrder(orders, {
    orderId,
    event: 'confirm-payment',
    by,
    now,
    where: { 'transfer.booking': booking },
    set: { 'transfer.state': 'paid', 'transfer.paid': paid },
    // What could still be paid by WeChat is closed; what was paid meanwhile goes back by itself.
    jobs: [outboxEntry(ORDER_MONEY_JOBS.closePaymentAttempts, now, {}, `close-for-transfer-${order.transfer?.code}`)],
  });
  return isPaidWithAll(changed, wish.entryIds);
}

/**
 * Pays an order with money that came. Money is claimed first, then one write pays the order, then the claims are kept or given
 * back; whatever dies in between is ended by the job that each claim has brought. The same again is the same.
 * @throws AppError orders.not_found, bank_transfers.not_due, bank_transfers.too_little, bank_transfers.changed_meanwhile
 */
export async function bookTransfer(needs: BookDependencies, wish: BookingWish): Promise<Booked> {
  const booking = needs.randomBytes(12).toString('hex');
  const order = await begin(needs, wish, booking);
  if (!order) {
    return bookedOf(await findOrder(needs.orders, wish.orderId));
  }
  const parts: TransferPart[] = [];
  let isPaid = false;
  try {
    await claimAll(needs, { order, booking, wish }, parts);
    isPaid = await pay(needs, { order, booking, wish }, parts);
  } catch (error) {
    // Of what is no answer of ours nobody knows whether it was written: the claims' own job looks.
    if (!(error instanceof AppError)) {
      throw error;
    }
    await endClaims(needs, wish, { booking, parts, isPaid });
    throw error.code === 'orders.transition_not_allowed' ? new AppError('bank_transfers.changed_meanwhile') : error;
  }
  await endClaims(needs, wish, { booking, parts, isPaid });
  if (!isPaid) {
    throw new AppError('bank_transfers.changed_meanwhile');
  }
  return bookedOf(order);
}

/** The claims first: the next booking then finds their money. */
async function endClaims(
  needs: BookDependencies,
  { orderId, now }: BookingWish,
  { booking, parts, isPaid }: { booking: string; parts: readonly TransferPart[]; isPaid: boolean },
): Promise<void> {
  for (const { entryId } of parts) {
    const claim = { entryId, orderId, booking, now };
    await (isPaid ? keepClaim(needs, claim) : releaseClaim(needs, claim));
  }
  if (!isPaid) {
    const order = await findOrder(needs.orders, orderId);
    await updateTransfer(needs.orders, order, {
      where: { 'transfer.booking': booking },
      fields: { booking: NO_BOOKING },
    });
  }
}
