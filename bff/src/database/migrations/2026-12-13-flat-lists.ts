import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** What orders have in common, as the desk looks for it: the newest first. */
const TRACES = ['person', 'phone', 'device', 'address', 'name', 'unitName', 'unit'] as const;

/**
 * Lists that cost the same however much is stored: what few documents of a status have, an index finds without the others, and gives
 * the order as well.
 */
export const flatLists: Migration = {
  id: '2026-12-13-flat-lists',
  async up(connection: Connection) {
    const orders = connection.collection('orders');
    const flagged = { partialFilterExpression: { riskFlagCount: { $gt: 0 } } };
    await orders.createIndexes([
      { key: { status: 1, 'project.id': 1, submittedAt: 1, _id: 1 }, name: 'status_project_submittedAt' },
      {
        key: { status: 1, 'project.id': 1, reviewPromisedBy: 1, _id: 1 },
        name: 'status_project_reviewPromisedBy',
        partialFilterExpression: { status: 'submitted' },
      },
      {
        key: { status: 1, submittedAt: 1, _id: 1 },
        name: 'late_status_submittedAt',
        partialFilterExpression: { lateTold: true },
      },
      { key: { status: 1, submittedAt: 1, _id: 1 }, name: 'flagged_status_submittedAt', ...flagged },
      { key: { status: 1, reviewPromisedBy: 1, _id: 1 }, name: 'flagged_status_reviewPromisedBy', ...flagged },
      ...TRACES.map((trace) => ({
        key: { [`riskTraces.${trace}Hashes`]: 1 as const, submittedAt: -1 as const },
        name: `riskTraces_${trace}_submittedAt`,
        partialFilterExpression: { [`riskTraces.${trace}Hashes`]: { $exists: true } },
      })),
    ]);
    const there = new Set((await orders.indexes()).map(({ name }) => name));
    for (const former of TRACES.map((trace) => `riskTraces_${trace}`).filter((name) => there.has(name))) {
      await orders.dropIndex(former);
    }
    await connection
      .collection('tasks')
      .createIndexes([{ key: { role: 1, closedAt: -1, _id: -1 }, name: 'role_closedAt_id' }]);
  },
};
