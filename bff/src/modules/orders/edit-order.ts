import { AppError, ORDER_STATUS_LABELS, type OrderStatus } from '@acceptance/shared';
import type { QueryFilter, UpdateQuery } from 'mongoose';
import { findOwnOrder } from './find-order';
import type { OrderModel, OrderRecord } from './order.model';

/** Statuses in which the applicant may change what was entered. */
export const EDITABLE_STATUSES: readonly OrderStatus[] = ['draft', 'returned'];

/** @throws AppError orders.not_editable */
export function refuseUneditable(order: OrderRecord): void {
  if (!EDITABLE_STATUSES.includes(order.status)) {
    throw new AppError('orders.not_editable', { details: { status: ORDER_STATUS_LABELS[order.status] } });
  }
}

export interface OrderEdit {
  readonly accountId: string;
  readonly orderId: string;
  /** More that must hold at the moment of writing. */
  readonly where?: QueryFilter<OrderRecord>;
  readonly set: UpdateQuery<OrderRecord>['$set'];
  /** Which elements `$[name]` in `set` stands for. */
  readonly arrayFilters?: Record<string, unknown>[];
  readonly push?: UpdateQuery<OrderRecord>['$push'];
}

/**
 * Changes an editable order in one atomic update; never its status. Answers null when `where` did not hold.
 * @throws AppError orders.not_found, orders.not_editable
 */
export async function editOrder(orders: OrderModel, edit: OrderEdit): Promise<OrderRecord | null> {
  const { accountId, orderId, where = {}, set, push, arrayFilters } = edit;
  const filter = { ...where, _id: orderId, accountId, status: { $in: EDITABLE_STATUSES } };
  const update = { $set: set, $inc: { revision: 1 }, ...(push && { $push: push }) };
  const edited = await orders
    .findOneAndUpdate(filter as QueryFilter<OrderRecord>, update as UpdateQuery<OrderRecord>, {
      returnDocument: 'after',
      ...(arrayFilters && { arrayFilters }),
    })
    .lean<OrderRecord>();
  if (!edited) {
    refuseUneditable(await findOwnOrder(orders, accountId, orderId));
  }
  return edited;
}
