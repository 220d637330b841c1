import { isDuplicateKey } from '../../database/duplicate-key';
import type { RingKey } from '../../keys/key-ring';
import type { AuditEntryModel } from './audit-entry.model';
import type { Act, AuditRecord } from './audit-record';
import type { ChainTurns } from './chain-turns';
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
/** Who has lost so many asks the others to wait a little. */
const ASKS_AFTER = 2;
/** A writer without a pause looks so often whether another one asks; for a while after it has met one, more often. */
const LOOKS_EVERY_MS = 100;
const LOOKS_OFTEN_MS = 20;
const OFTEN_FOR_MS = 10_000;
/** Two batches with less between them have no pause between them. */
const NO_PAUSE_MS = 2;
/** Whoever asks has to read the end and to insert, maybe twice: in the time of so many inserts it can. */
const GAP_INSERTS = 4;
const MOST_GAP_MS = 500;

export interface ChainAppending {
  readonly store: ChainStore;
  readonly turns: ChainTurns;
  /** Waits so long and a few random milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
  /** Authenticates what is appended. */
  readonly key: RingKey;
}

/**
 * Makes the function that appends a batch of acts, whoever else is writing. Not to be called again before it is done. Who has
 * just written knows the end, so that it would win every race against who has to read it first: it looks whether others ask
 * to be let in, and leaves them a gap.
 */
export function createChainAppender({ store, turns, pause, key }: ChainAppending) {
  let end: ChainEnd | null = null;
  let isCrowded = false;
  let hasAsked = false;
  let insertMs = 0;
  let lastDone = 0;
  let lastLook = 0;
  let lastMet = Number.NEGATIVE_INFINITY;

  async function appendOnce(acts: readonly Act[]): Promise<number> {
    end ??= await store.readEnd();
    const records = linkActs(end, acts, key);
    const known = end;
    // Unknown until the answer is there: a failed insert may have been stored.
    end = null;
    const began = performance.now();
    const stored = await store.insert(records);
    insertMs = performance.now() - began;
    end = stored === records.length ? (records.at(-1) ?? known) : null;
    return stored;
  }

  async function letOthersIn(): Promise<void> {
    const now = performance.now();
    const every = now - lastMet < OFTEN_FOR_MS ? LOOKS_OFTEN_MS : LOOKS_EVERY_MS;
    const isRestless = now - lastDone < NO_PAUSE_MS && now - lastLook > every;
    if (isCrowded || isRestless) {
      lastLook = now;
      isCrowded = await turns.areAsked();
      if (isCrowded) {
        lastMet = now;
        await pause(Math.min(MOST_GAP_MS, GAP_INSERTS * insertMs));
      }
    }
  }

  async function race(acts: readonly Act[]): Promise<void> {
    let left = acts;
    for (let races = 0; races <= MAX_RACES; races += 1) {
      left = left.slice(await appendOnce(left));
      if (left.length === 0) {
        return;
      }
      isCrowded = true;
      lastMet = performance.now();
      if (races + 1 >= ASKS_AFTER) {
        hasAsked = true;
        await turns.ask();
      }
      await pause(0);
    }
    throw new Error('the audit chain could not be appended to: every race was lost');
  }

  return async (acts: readonly Act[]): Promise<void> => {
    await letOthersIn();
    try {
      await race(acts);
    } finally {
      if (hasAsked) {
        hasAsked = false;
        await turns.thank();
      }
      lastDone = performance.now();
    }
  };
}
