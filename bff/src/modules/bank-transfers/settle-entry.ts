import { AppError, type EntryState, type TaskSettlement } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import type { PersonalEnd } from '../../jobs/job-handler';
import { awaitsReturn, findOrder, keepsMoney, type OrderModel, transitionOrder, updateTransfer } from '../orders';
import type { BankEntryModel, BankEntryRecord } from './bank-entry.model';
import { findEntry } from './find-entries';

const STATES: Partial<Record<TaskSettlement, EntryState>> = {
  'returned-by-transfer': 'returned',
  'not-needed': 'set-aside',
};

/**
 * Writes what finance has done with money that pays no order, or with its rest. Money that a booking holds is nobody's to
 * send back. @throws AppError tasks.settlement_does_not_fit, request.conflict
 */
export async function settleEntry(
  { bankEntries }: { readonly bankEntries: BankEntryModel },
  entryId: string,
  { settlement, staffId, closing }: PersonalEnd,
): Promise<void> {
  const entry = await findEntry(bankEntries, entryId);
  if (entry.outbox.some(({ id }) => id === closing.id)) {
    return;
  }
  const state = STATES[settlement];
  if (!state || entry.state !== 'open' || entry.parts.some((part) => part.state === 'claimed')) {
    throw new AppError('tasks.settlement_does_not_fit');
  }
  const where = { _id: entryId, state: 'open' as const, remainingFen: entry.remainingFen };
  const update = { $set: { state, settledBy: staffId }, $push: { outbox: closing } } as UpdateQuery<BankEntryRecord>;
  if ((await bankEntries.updateOne(where, update)).modifiedCount === 0) {
    throw new AppError('request.conflict');
  }
}

/**
 * Finance has sent back what an order was paid with; the order follows its money, all of it: what was paid twice may still be
 * on its own way back, and the last of it ends the order. A second time nothing changes.
 * @throws AppError tasks.settlement_does_not_fit, orders.transition_not_allowed, request.conflict
 */
export async function settleReturn(
  { orders }: { readonly orders: OrderModel },
  orderId: string,
  { settlement, staffId, now, closing }: PersonalEnd,
): Promise<void> {
  const order = await findOrder(orders, orderId);
  if (order.outbox.some(({ id }) => id === closing.id)) {
    return;
  }
  if (settlement !== 'returned-by-transfer' || order.transfer?.state !== 'returning') {
    throw new AppError('tasks.settlement_does_not_fit');
  }
  const where = { 'transfer.state': 'returning' as const };
  const { attempts, revision } = order;
  if (keepsMoney({ attempts }) || awaitsReturn({ attempts })) {
    const jobs = [closing];
    if (
      !(await updateTransfer(orders, order, { where: { ...where, revision }, fields: { state: 'returned' }, jobs }))
    ) {
      throw new AppError('request.conflict');
    }
    return;
  }
  await transitionOrder(orders, {
    orderId,
    event: 'confirm-refund',
    by: { role: 'finance', id: staffId },
    now,
    where,
    set: { 'transfer.state': 'returned' },
    jobs: [closing],
  });
}
