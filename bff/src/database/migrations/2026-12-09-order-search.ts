import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** The desk finds orders by keyed hashes of name, unit's name and unit's code; the sweep of traces gives orders of before their hashes. */
export const orderSearch: Migration = {
  id: '2026-12-09-order-search',
  async up(connection: Connection) {
    await connection.collection('orders').createIndexes([
      { key: { 'riskTraces.nameHashes': 1 }, name: 'riskTraces_name', sparse: true },
      { key: { 'riskTraces.unitNameHashes': 1 }, name: 'riskTraces_unitName', sparse: true },
      { key: { 'riskTraces.unitHashes': 1 }, name: 'riskTraces_unit', sparse: true },
    ]);
  },
};
