import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/**
 * One live application of a unit, and of a person, for a project. Orders of before get their claims by the sweep
 * `live-claims` of the area `orders`, the oldest first: making one takes keys that a migration does not have, and a process
 * of the older program may still submit orders without one while the new one starts.
 */
export const liveClaims: Migration = {
  id: '2026-12-04-live-claims',
  async up(connection: Connection) {
    await connection.collection('orders').createIndexes([
      {
        key: { 'liveClaim.unitHashes': 1, 'liveClaim.projectId': 1 },
        name: 'liveClaim_unit',
        unique: true,
        partialFilterExpression: { 'liveClaim.unitHashes': { $exists: true } },
      },
      {
        key: { 'liveClaim.personHashes': 1, 'liveClaim.projectId': 1 },
        name: 'liveClaim_person',
        unique: true,
        partialFilterExpression: { 'liveClaim.personHashes': { $exists: true } },
      },
    ]);
  },
};
