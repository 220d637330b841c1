import type { Connection } from 'mongoose';
import {
  type Anchor,
  type AuditRecord,
  type Authentication,
  auditEntryModel,
  type ChainReport,
  verifyChain,
} from '../../bff/src/modules/audit';
import { createProgressBar, type ProgressTarget } from '../progress/progress-bar';
import { type AuditCollection, chainedRecords } from './chained-records';

/** Entries fetched at once. */
const BATCH = 2000;

export interface CollectionReport extends ChainReport {
  /** Entries without a number: written before there was a chain, or put there by somebody else. */
  readonly outside: number;
}

/** By a walk: no index leads to what has no number, and a count of all of them is one command that takes minutes. */
async function walkOutside(collection: AuditCollection): Promise<number> {
  let outside = 0;
  const options = { projection: { seq: 1 }, sort: { _id: 1 }, batchSize: BATCH } as const;
  for await (const { seq } of collection.find<Partial<AuditRecord>>({}, options)) {
    outside += seq === undefined ? 1 : 0;
  }
  return outside;
}

/** Where as many are stored as the chain has, none is outside. Otherwise somebody writes meanwhile, or one is: they are looked for. */
const countOutside = async (collection: AuditCollection, inChain: number) =>
  (await collection.estimatedDocumentCount()) === inChain ? 0 : walkOutside(collection);

/** Walks the chain of a database and draws how far it is. */
export async function verifyAuditCollection(
  connection: Connection,
  anchors: readonly Anchor[],
  authentication: Authentication | null,
  progress: ProgressTarget,
): Promise<CollectionReport> {
  const { collection } = auditEntryModel(connection);
  const bar = createProgressBar(progress, await collection.estimatedDocumentCount());
  try {
    const report = await verifyChain({
      batches: chainedRecords(collection),
      anchors,
      authentication,
      seqOfHash: async (hash) => (await collection.findOne<AuditRecord>({ seq: { $gt: 0 }, hash }))?.seq ?? null,
      onRecord: bar.moveTo,
    });
    return { ...report, outside: await countOutside(collection, report.records) };
  } finally {
    bar.end();
  }
}
