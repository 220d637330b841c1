import type { Connection, mongo } from 'mongoose';
import type { Migration } from '../migration';

const INDEXES: readonly (readonly [string, readonly mongo.IndexDescription[]])[] = [
  ['accounts', [{ key: { phoneHash: 1 }, name: 'phoneHash', unique: true }]],
  [
    'sessions',
    [
      { key: { refreshHash: 1 }, name: 'refreshHash', unique: true },
      { key: { previousRefreshHash: 1 }, name: 'previousRefreshHash', sparse: true },
      { key: { expiresAt: 1 }, name: 'expiresAt', expireAfterSeconds: 0 },
    ],
  ],
  ['sms_codes', [{ key: { forgetAt: 1 }, name: 'forgetAt', expireAfterSeconds: 0 }]],
  ['rate_counts', [{ key: { expiresAt: 1 }, name: 'expiresAt', expireAfterSeconds: 0 }]],
  ['staff', [{ key: { username: 1 }, name: 'username', unique: true }]],
  ['files', [{ key: { accountId: 1, orderId: 1 }, name: 'accountId_orderId' }]],
  [
    'orders',
    [
      { key: { orderNumber: 1 }, name: 'orderNumber', unique: true },
      { key: { accountId: 1, clientToken: 1 }, name: 'accountId_clientToken', unique: true },
      { key: { accountId: 1, _id: -1 }, name: 'accountId_id' },
      { key: { status: 1, submittedAt: 1, _id: 1 }, name: 'status_submittedAt' },
      { key: { 'attempts.outTradeNo': 1 }, name: 'outTradeNo', sparse: true },
      { key: { 'outbox.availableAt': 1 }, name: 'outboxAvailableAt', sparse: true },
    ],
  ],
  ['audit_entries', [{ key: { object: 1, at: 1 }, name: 'object_at' }]],
];

export const initialIndexes: Migration = {
  id: '2026-11-22-initial-indexes',
  async up(connection: Connection) {
    for (const [collection, indexes] of INDEXES) {
      await connection.collection(collection).createIndexes([...indexes]);
    }
  },
};
