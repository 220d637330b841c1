import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** Of orders that an older program submitted. */
const UNTRACED = {
  form: { $type: 'string' },
  applicant: { $ne: null },
  'riskTraces.nameHashes': { $exists: false },
  retainedUntil: { $exists: false },
} as const;

/**
 * Indexes for queries that had none. A partial index by `$type` is not taken for a query by value: a sparse one beside it is unique
 * in the same way. What a sweep is to do is marked, because no index finds what a document lacks.
 */
export const queryIndexes: Migration = {
  id: '2026-12-12-query-indexes',
  async up(connection: Connection) {
    await connection.collection('deliveries').createIndexes([{ key: { accountId: 1, _id: 1 }, name: 'accountId_id' }]);
    await connection.collection('audit_anchors').createIndexes([{ key: { anchoredAt: 1 }, name: 'anchoredAt' }]);
    await connection.collection('certificates').createIndexes([
      { key: { orderNumber: 1 }, name: 'orderNumber' },
      { key: { state: 1, _id: -1 }, name: 'state_id' },
    ]);
    await connection.collection('files').createIndexes([{ key: { orderId: 1, _id: 1 }, name: 'orderId_id' }]);
    await connection
      .collection('ukey_unlocks')
      .createIndexes([{ key: { openFor: 1 }, name: 'openFor_open', unique: true, sparse: true }]);
    const orders = connection.collection('orders');
    await orders.createIndexes([
      { key: { 'transfer.code': 1 }, name: 'transfer_code_given', unique: true, sparse: true },
      { key: { tracesWanted: 1 }, name: 'tracesWanted', sparse: true },
    ]);
    await orders.updateMany({ ...UNTRACED, tracesWanted: { $exists: false } }, { $set: { tracesWanted: true } });
  },
};
