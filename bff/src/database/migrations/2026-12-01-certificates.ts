import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** What projects of before said nothing of: a certificate in a UKey with the key that everything reads. */
const RULES = { profiles: { person: 'person-signing', unit: 'unit-signing' }, algorithms: ['rsa-2048', 'sm2'] };

/**
 * Certificates get a collection of their own, and projects say what theirs are like. `openFor` is there while an order's
 * certificate is asked for or valid: one order has one. A key is used once, whatever becomes of its certificate.
 */
export const certificates: Migration = {
  id: '2026-12-01-certificates',
  async up(connection: Connection) {
    await connection.collection('certificates').createIndexes([
      { key: { openFor: 1 }, name: 'openFor', unique: true, sparse: true },
      { key: { publicKeySha256: 1 }, name: 'publicKeySha256', unique: true },
      { key: { serialNumber: 1 }, name: 'serialNumber', unique: true, sparse: true },
      { key: { orderId: 1, _id: -1 }, name: 'orderId_id' },
      { key: { accountId: 1, _id: -1 }, name: 'accountId_id' },
      { key: { state: 1, notAfter: 1 }, name: 'state_notAfter' },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
    await connection
      .collection('projects')
      .updateMany({ certificate: { $exists: false } }, { $set: { certificate: RULES } });
    await connection
      .collection('orders')
      .updateMany({ 'project.certificate': { $exists: false } }, { $set: { 'project.certificate': RULES } });
  },
};
