import { isPaymentOnHold } from '@acceptance/shared';
import type { QueryFilter, UpdateQuery } from 'mongoose';
import { isDaytime } from '../../calendar/quiet-hours';
import { outboxEntry } from '../../database/outbox';
import type { Sweep } from '../../jobs/sweeps';
import { openTaskEntry } from '../../jobs/task-jobs';
import { untilEmpty } from '../../jobs/until-empty';
import { walkAll } from '../../jobs/walk-all';
import type { OrderModel, OrderRecord } from './order.model';
import { EXPIRING_STATUSES, STAFF_STATUSES } from './order-duty';
import { ORDER_NOTICE_JOBS } from './order-jobs';
import { transitionOrder } from './transition-order';
import { troublesOfOrder } from './troubles-of-order';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Days before the end at which the applicant is told, the farthest first. */
export const NOTICE_DAYS = [7, 1] as const;
const AT_ONCE = 500;

/** Tells applicants once per distance; who comes late to it tells the nearest one only. True where some are left. */
async function giveNotice(orders: OrderModel, now: Date): Promise<boolean> {
  let isLeft = false;
  for (const days of NOTICE_DAYS.toReversed()) {
    const due: QueryFilter<OrderRecord> = {
      status: { $in: EXPIRING_STATUSES },
      dutyEndsAt: { $gt: now, $lte: new Date(now.getTime() + days * DAY_MS) },
      $or: [{ endNoticeDays: { $exists: false } }, { endNoticeDays: { $gt: days } }],
    };
    const told = await untilEmpty(AT_ONCE, async () => {
      const found = await orders.find(due, { _id: 1 }).limit(AT_ONCE).lean<Pick<OrderRecord, '_id'>[]>();
      for (const { _id } of found) {
        await orders.updateOne({ ...due, _id }, {
          $set: { endNoticeDays: days },
          $push: { outbox: outboxEntry(ORDER_NOTICE_JOBS.tellEnding, now, { days }) },
        } as UpdateQuery<OrderRecord>);
      }
      return { found: found.length, done: found.length };
    });
    isLeft ||= told.isLeft;
  }
  return isLeft;
}

/** While staff look into money of an order, or compare a slip with the account, it does not end beside them. */
const isHeld = (order: OrderRecord): boolean =>
  isPaymentOnHold(troublesOfOrder(order)) || order.transfer?.state === 'handed-in';

/** Ends what is over. Nobody loses an application unwarned: where no notice was given, a day is left for it. */
async function endOne(orders: OrderModel, order: OrderRecord, now: Date): Promise<void> {
  const { _id, status, dutyEndsAt, endNoticeDays } = order;
  if (isHeld(order)) {
    return;
  }
  if (endNoticeDays === undefined) {
    const unwarned = { _id, status, dutyEndsAt, endNoticeDays: { $exists: false } };
    await orders.updateOne(unwarned, { $set: { dutyEndsAt: new Date(now.getTime() + DAY_MS) } });
    return;
  }
  const by = { role: 'system', id: null } as const;
  await transitionOrder(orders, { orderId: _id.toHexString(), event: 'expire', by, now, where: { dutyEndsAt } });
}

/** A task for staff, once for each status. */
async function tellLate(orders: OrderModel, { _id, status, orderNumber }: OrderRecord, now: Date): Promise<void> {
  const task = openTaskEntry({ kind: 'order-late', facts: { orderNumber }, redo: null }, now);
  await orders.updateOne({ _id, status, lateTold: { $exists: false } }, {
    $set: { lateTold: true },
    $push: { outbox: task },
  } as UpdateQuery<OrderRecord>);
}

/** Sweep: what stays in a status for longer than its limit ends, or is a task; before it ends its applicant is told. */
export const orderEndingSweep = ({ orders }: { readonly orders: OrderModel }): Sweep => ({
  name: 'order-endings',
  everyMs: HOUR_MS,
  async run(now) {
    const isLeft = isDaytime(now) && (await giveNotice(orders, now));
    const late: QueryFilter<OrderRecord> = {
      status: { $in: [...EXPIRING_STATUSES, ...STAFF_STATUSES] },
      dutyEndsAt: { $lte: now },
      lateTold: { $exists: false },
    };
    // All of them, in one walk: those that are held stay late, and must not keep the others from their turn.
    const walk = orders.find(late).sort({ dutyEndsAt: 1 }).lean<OrderRecord[]>().cursor({ batchSize: AT_ONCE });
    await walkAll(walk, (order) => (EXPIRING_STATUSES.includes(order.status) ? endOne : tellLate)(orders, order, now));
    return { isLeft };
  },
});
