import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** The review queue is sorted by the time that is left of the promise. */
export const reviewPromises: Migration = {
  id: '2026-12-07-review-promises',
  async up(connection: Connection) {
    await connection
      .collection('orders')
      .createIndexes([{ key: { status: 1, reviewPromisedBy: 1, _id: 1 }, name: 'status_reviewPromisedBy' }]);
  },
};
