import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** What orders have in common is found by keyed hashes and by the digests of their pictures; a sweep gives orders of before their hashes. */
export const riskTraces: Migration = {
  id: '2026-12-07-risk-traces',
  async up(connection: Connection) {
    await connection.collection('orders').createIndexes([
      { key: { 'riskTraces.personHashes': 1 }, name: 'riskTraces_person', sparse: true },
      { key: { 'riskTraces.phoneHashes': 1 }, name: 'riskTraces_phone', sparse: true },
      { key: { 'riskTraces.deviceHashes': 1 }, name: 'riskTraces_device', sparse: true },
      { key: { 'riskTraces.addressHashes': 1 }, name: 'riskTraces_address', sparse: true },
    ]);
    await connection.collection('files').createIndexes([{ key: { sha256: 1 }, name: 'sha256' }]);
  },
};
