import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/**
 * Orders of before are first certificates. `certificateInWork` is there while an order that follows a certificate is not over:
 * a certificate has one at a time. A key may go on in a renewal: what is unique is the claim on it, not the key.
 */
export const orderKinds: Migration = {
  id: '2026-12-02-order-kinds',
  async up(connection: Connection) {
    const orders = connection.collection('orders');
    await orders.updateMany({ kind: { $exists: false } }, { $set: { kind: 'new', origin: null } });
    await orders.createIndexes([
      { key: { certificateInWork: 1 }, name: 'certificateInWork', unique: true, sparse: true },
    ]);
    const certificates = connection.collection('certificates');
    const old = { keyClaim: { $exists: false } };
    for await (const { _id, publicKeySha256 } of certificates.find(old, { projection: { publicKeySha256: 1 } })) {
      await certificates.updateOne({ _id, ...old }, { $set: { keyClaim: publicKeySha256 } });
    }
    await certificates.createIndexes([
      { key: { keyClaim: 1 }, name: 'keyClaim', unique: true, sparse: true },
      { key: { 'replaces.certificateId': 1 }, name: 'replaces_certificateId', sparse: true },
    ]);
    const indexes = await certificates.listIndexes().toArray();
    if (indexes.some(({ name, unique }) => name === 'publicKeySha256' && unique)) {
      await certificates.dropIndex('publicKeySha256');
      // Of another shape than the unique one, so that both migrations may run again.
      await certificates.createIndexes([{ key: { publicKeySha256: 1, _id: 1 }, name: 'publicKeySha256_all' }]);
    }
  },
};
