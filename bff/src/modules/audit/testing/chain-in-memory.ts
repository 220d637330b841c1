import type { AuditRecord } from '../audit-record';
import type { ChainStore } from '../chain-store';
import { EMPTY_CHAIN } from '../record-hash';

/** A chain in memory with the promises of the real one: a number is taken once, in order. */
export function chainInMemory() {
  const records: AuditRecord[] = [];
  const batches: number[] = [];
  const store: ChainStore = {
    async readEnd() {
      return records.at(-1) ?? EMPTY_CHAIN;
    },
    async insert(given) {
      batches.push(given.length);
      let stored = 0;
      for (const record of given) {
        // Another writer may come in between, as in MongoDB, where a batch is not atomic.
        await Promise.resolve();
        if (records.length !== record.seq - 1) {
          break;
        }
        records.push(record);
        stored += 1;
      }
      return stored;
    },
  };
  return { store, records, batches };
}

/** By threes, so that many a link is between two batches. */
export async function* batchesOf<T>(items: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < items.length; at += 3) {
    yield items.slice(at, at + 3);
  }
}
