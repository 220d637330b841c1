import type { Connection, mongo } from 'mongoose';
import type { Migration } from '../migration';

/** What every list asks of an order, behind what finds and sorts it: without it in the index each order that is counted is read. */
const SEEN = { retainedUntil: 1 } as const;
const BY_SUBMISSION = { submittedAt: 1, _id: 1, ...SEEN } as const;
/** Whose review has been promised has been submitted, too; that is asked of all alike. */
const BY_PROMISE = { reviewPromisedBy: 1, _id: 1, submittedAt: 1, ...SEEN } as const;
const MARKS = { riskFlagCount: 1, lateTold: 1 } as const;
const OF_PROJECT = { status: 1, 'project.id': 1 } as const;

const waiting = { partialFilterExpression: { status: 'submitted' } };
const late = { partialFilterExpression: { lateTold: true } };
/** Of the open ones there are few, and they are sorted by another time. */
const closed = { partialFilterExpression: { closedAt: { $gt: new Date(0) } } };
const flagged = { partialFilterExpression: { riskFlagCount: { $gt: 0 } } };

/** The smallest first: of equals the stand-in takes the first, a server the one that finds most. */
const ORDERS: readonly mongo.IndexDescription[] = [
  { key: { status: 1, ...BY_SUBMISSION, ...MARKS }, name: 'list_late_submittedAt', ...late },
  { key: { ...OF_PROJECT, ...BY_SUBMISSION, ...MARKS }, name: 'list_late_project_submittedAt', ...late },
  { key: { status: 1, ...BY_SUBMISSION, ...MARKS }, name: 'list_flagged_submittedAt', ...flagged },
  { key: { ...OF_PROJECT, ...BY_SUBMISSION, ...MARKS }, name: 'list_flagged_project_submittedAt', ...flagged },
  { key: { status: 1, ...BY_PROMISE, riskFlagCount: 1 }, name: 'list_flagged_reviewPromisedBy', ...flagged },
  { key: { status: 1, ...BY_PROMISE }, name: 'list_reviewPromisedBy', ...waiting },
  { key: { ...OF_PROJECT, ...BY_PROMISE, riskFlagCount: 1 }, name: 'list_project_reviewPromisedBy', ...waiting },
  { key: { status: 1, ...BY_SUBMISSION, deliveryWay: 1 }, name: 'list_submittedAt' },
  { key: { ...OF_PROJECT, ...BY_SUBMISSION }, name: 'list_project_submittedAt' },
  {
    key: { refundAskedAt: 1, _id: 1, submittedAt: 1, ...SEEN },
    name: 'list_refundAskedAt',
    partialFilterExpression: { refundAskedAt: { $exists: true } },
  },
  {
    key: { 'transfer.state': 1, 'transfer.handedInAt': 1, _id: 1, status: 1, ...SEEN },
    name: 'list_transfer_handedInAt',
    partialFilterExpression: { 'transfer.state': { $exists: true } },
  },
];

const FORMER = [
  'status_submittedAt',
  'status_project_submittedAt',
  'status_reviewPromisedBy',
  'status_project_reviewPromisedBy',
  'late_status_submittedAt',
  'flagged_status_submittedAt',
  'flagged_status_reviewPromisedBy',
  'refundAskedAt',
  'transfer_state_handedInAt',
];

/** How many a list has is counted in an index alone: it holds all that the list asks, and says it exactly. */
export const coveredLists: Migration = {
  id: '2026-12-14-covered-lists',
  async up(connection: Connection) {
    const orders = connection.collection('orders');
    await orders.createIndexes([...ORDERS]);
    const there = new Set((await orders.indexes()).map(({ name }) => name));
    for (const former of FORMER.filter((name) => there.has(name))) {
      await orders.dropIndex(former);
    }
    await connection.collection('tasks').createIndexes([
      { key: { kind: 1, closedAt: -1, _id: -1 }, name: 'closed_kind_closedAt', ...closed },
      { key: { kind: 1, role: 1, closedAt: -1, _id: -1 }, name: 'closed_kind_role_closedAt', ...closed },
    ]);
  },
};
