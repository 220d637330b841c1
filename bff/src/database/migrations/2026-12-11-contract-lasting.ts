import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** Contracts that nobody was asked yet to make lasting are found by a sweep; those that are lasting were. */
export const contractLasting: Migration = {
  id: '2026-12-11-contract-lasting',
  async up(connection: Connection) {
    const orders = connection.collection('orders');
    await orders.createIndexes([
      { key: { 'contract.lastingAskedAt': 1, 'contract.sealedAt': 1 }, name: 'contract_lasting' },
    ]);
    const lasting = orders.find(
      { 'contract.lastingAskedAt': null, 'contract.lasting.at': { $gt: new Date(0) } },
      { projection: { 'contract.lasting.at': 1 } },
    );
    for await (const { _id, contract } of lasting) {
      await orders.updateOne({ _id }, { $set: { 'contract.lastingAskedAt': contract.lasting.at } });
    }
  },
};
