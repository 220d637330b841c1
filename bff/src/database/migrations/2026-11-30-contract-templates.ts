import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/**
 * One draft at a time; of what is published each has a place and a version of its own. The first version is what comes with
 * the program: it is published when a text is first asked for (`current-template.ts`).
 */
export const contractTemplates: Migration = {
  id: '2026-11-30-contract-templates',
  async up(connection: Connection) {
    await connection.collection('contract_templates').createIndexes([
      { key: { draft: 1 }, name: 'draft', unique: true, sparse: true },
      { key: { place: 1 }, name: 'place', unique: true, sparse: true },
      { key: { publishedVersion: 1 }, name: 'publishedVersion', unique: true, sparse: true },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
  },
};
