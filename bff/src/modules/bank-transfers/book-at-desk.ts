import { AppError, type Booking } from '@acceptance/shared';
import { noteAct } from '../../http/act-notes';
import { findSubmittedOrder } from '../staff';
import { type BookDependencies, bookTransfer } from './book-transfer';
import { findEntry } from './find-entries';

export interface BookAtDeskDependencies extends BookDependencies {
  /** @throws AppError staff.own_order */
  readonly refuseOwnOrder: (staffId: string, orderId: string) => Promise<void>;
}

interface DeskBooking {
  readonly entryIds: readonly string[];
  readonly orderIds: readonly string[];
  readonly staffId: string;
  readonly now: Date;
}

/**
 * Finance says which orders money pays: one entry for several orders, or several for one. Each order is paid whole or not at
 * all; the first that cannot be ends it, and what was paid before stays paid.
 * @throws AppError orders.not_found, staff.own_order, bank_transfers.*
 */
export async function bookAtDesk(needs: BookAtDeskDependencies, wish: DeskBooking): Promise<Booking> {
  const { staffId, now } = wish;
  const entryIds = [...new Set(wish.entryIds)];
  const orderIds = [...new Set(wish.orderIds)];
  if (entryIds.length > 1 && orderIds.length > 1) {
    throw new AppError('bank_transfers.one_of_either');
  }
  for (const entryId of entryIds) {
    await findEntry(needs.bankEntries, entryId);
  }
  for (const orderId of orderIds) {
    await findSubmittedOrder(needs.orders, orderId);
    await needs.refuseOwnOrder(staffId, orderId);
  }
  noteAct({ entries: entryIds.join('+'), orders: orderIds.join('+') });
  const booked: Booking['booked'] = [];
  for (const orderId of orderIds) {
    booked.push(await bookTransfer(needs, { orderId, entryIds, by: { role: 'finance', id: staffId }, now }));
  }
  return { booked };
}
