import { isDuplicateKey } from '../../database/duplicate-key';
import type { RingKey } from '../../keys/key-ring';
import type { AuditEntryModel } from './audit-entry.model';
import type { Act, AuditRecord } from './audit-record';
import { type ChainEnd, EMPTY_CHAIN, linkActs } from './record-hash';

/** Appends to the chain in a store that other processes append to as well. */
export interface ChainStore {
  /** The newest record's place and hash; `EMPTY_CHAIN` when there is none. */
  readEnd(): Promise<ChainEnd>;
  /**
   * Stores records in order and stops at the first whose number is taken.
   * Answers how many were stored; fewer than given means that another writer was faster.
   * @throws whatever the database throws; then it is not known what was stored.
   */
  insert(records: readonly AuditRecord[]): Promise<number>;
}

/**
 * Where an ordered bulk stopped: what stands before it was stored. `insertedCount` says the same of MongoDB itself, but not every
 * engine counts what came before the failure.
 */
function placeOfFirstFailure(error: unknown): number | null {
  const { writeErrors } = error as { writeErrors?: { index?: unknown } | readonly { index?: unknown }[] };
  const [first] = [writeErrors ?? []].flat();
  return typeof first?.index === 'number' ? first.index : null;
}

/** The chain in MongoDB: the unique index on `seq` makes every insert a compare-and-set on the end of the chain. */
export const mongoChainStore = (entries: AuditEntryModel): ChainStore => ({
  async readEnd() {
    // `seq > 0` lets the sparse index serve the sort.
    const [newest] = await entries
      .find({ seq: { $gt: 0 } }, { seq: 1, hash: 1 })
      .sort({ seq: -1 })
      .limit(1)
      .lean<ChainEnd[]>();
    return newest ? { seq: newest.seq, hash: newest.hash } : EMPTY_CHAIN;
  },
  async insert(records) {
    try {
      // The driver adds `_id` to what it is given: hence the copies. Ordered: nothing is stored behind a taken number.
      await entries.collection.insertMany(
        records.map((record) => ({ ...record })),
        { ordered: true },
      );
      return records.length;
    } catch (error) {
      const stored = isDuplicateKey(error) ? placeOfFirstFailure(error) : null;
      if (stored === null) {
        throw error;
      }
      return stored;
    }
  },
});

/** Losing so many races in a row is not contention any more. */
const MAX_RACES = 100;
/** For so many batches after a lost race a writer leaves the others a gap, so that nobody is shut out. */
const POLITE_BATCHES = 20;

/**
 * Makes the function that appends a batch of acts, whoever else is writing. Not to be called again before it is done.
 * `pause` waits a few random milliseconds; `key` authenticates what is appended.
 */
export function createChainAppender(store: ChainStore, pause: () => Promise<void>, key: RingKey) {
  let end: ChainEnd | null = null;
  let politeness = 0;

  async function appendOnce(acts: readonly Act[]): Promise<number> {
    end ??= await store.readEnd();
    const records = linkActs(end, acts, key);
    const known = end;
    // Unknown until the answer is there: a failed insert may have been stored.
    end = null;
    const stored = await store.insert(records);
    end = stored === records.length ? (records.at(-1) ?? known) : null;
    return stored;
  }

  return async (acts: readonly Act[]): Promise<void> => {
    let left = acts;
    if (politeness > 0) {
      politeness -= 1;
      await pause();
    }
    for (let races = 0; races <= MAX_RACES; races += 1) {
      left = left.slice(await appendOnce(left));
      if (left.length === 0) {
        return;
      }
      politeness = POLITE_BATCHES;
      await pause();
    }
    throw new Error('the audit chain could not be appended to: every race was lost');
  };
}
