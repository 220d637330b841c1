import type { UpdateQuery } from 'mongoose';
import type { JobOutcome } from '../../jobs/job-handler';
import { openTaskEntry, settleTaskEntry } from '../../jobs/task-jobs';
import { findOrder } from './find-order';
import type { OrderModel, OrderRecord } from './order.model';

interface PromiseDependencies {
  readonly orders: OrderModel;
  readonly now: () => Date;
}

/** Job: a review that was not done by the time that the applicant was promised is a task for the reviewers. */
export async function checkPromise({ orders, now }: PromiseDependencies, orderId: string): Promise<JobOutcome> {
  const { _id, status, orderNumber, reviewPromisedBy } = await findOrder(orders, orderId);
  if (status !== 'submitted' || !reviewPromisedBy) {
    return undefined;
  }
  const at = now();
  if (reviewPromisedBy > at) {
    return { again: reviewPromisedBy };
  }
  const facts = { orderNumber, promisedBy: reviewPromisedBy.toISOString() };
  const task = openTaskEntry({ kind: 'review-overdue', facts, redo: null }, at);
  // Decided meanwhile: then there is nothing to open.
  await orders.updateOne({ _id, status, reviewPromisedBy }, { $push: { outbox: task } } as UpdateQuery<OrderRecord>);
  return undefined;
}

/** What ends that task, with whatever ends the review. */
export const endOfReview = ({ status, reviewPromisedBy }: OrderRecord, outcome: string, now: Date) =>
  status === 'submitted' && reviewPromisedBy && reviewPromisedBy <= now
    ? [settleTaskEntry({ kind: 'review-overdue', outcome }, now)]
    : [];
