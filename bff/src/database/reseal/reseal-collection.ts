import type { Connection, mongo, Types } from 'mongoose';
import { isDuplicateKey } from '../duplicate-key';
import type { FieldCipher } from '../field-cipher';
import { projectable, valuesAt } from './paths';
import { type LeftBecause, resealRecord } from './reseal-record';
import type { SealedCollection } from './sealed-collection';
import { add, countNames, NOTHING, type Tally } from './tally';

export interface ResealNeeds {
  readonly connection: Connection;
  readonly cipher: FieldCipher;
}

/** Asked between batches: how far it is, and whether to stop. */
export type OnBatch = (soFar: Tally) => { readonly stop: boolean };

type StoredRecord = mongo.WithId<mongo.Document> & { _id: Types.ObjectId | string };

const BATCH = 200;
/** A record that is written more often than that between reading and writing is left to the next pass. */
const MOST_TRIES = 5;

const pathsOf = ({ envelopes = {}, hashes = [], passing = {} }: SealedCollection): string[] => [
  ...Object.keys(envelopes),
  ...hashes.map(({ path }) => path),
  ...Object.keys(passing),
];

const projectionOf = (sealed: SealedCollection): Record<string, 1> =>
  Object.fromEntries(pathsOf(sealed).map((path) => [projectable(path), 1]));

const passingOf = (cipher: FieldCipher, { collection, passing = {} }: SealedCollection, record: StoredRecord) =>
  Object.keys(passing).flatMap((path) =>
    valuesAt(record, path).flatMap(([, value]) =>
      typeof value === 'string' && !cipher.isOfNewestKey(value) ? [`${collection}.${path}`] : [],
    ),
  );

/** Brings one record to the newest keys, unless somebody else writes it at the same time: then it is looked at again. */
async function resealStored(
  { connection, cipher }: ResealNeeds,
  sealed: SealedCollection,
  found: StoredRecord,
): Promise<Pick<Tally, 'changed' | 'left'>> {
  const collection = connection.collection<StoredRecord>(sealed.collection);
  const leftWith = (entries: readonly { path: string; because: LeftBecause }[]) =>
    countNames(entries.map(({ path, because }) => `${sealed.collection}.${path}: ${because}`));
  let record: StoredRecord | null = found;
  for (let tries = 0; record && tries < MOST_TRIES; tries += 1) {
    const { set, seen, left } = resealRecord(cipher, sealed, record);
    if (Object.keys(set).length === 0) {
      return { changed: 0, left: leftWith(left) };
    }
    try {
      const written = await collection.updateOne({ ...seen, _id: record._id }, { $set: set });
      if (written.matchedCount === 1) {
        return { changed: 1, left: leftWith(left) };
      }
    } catch (error) {
      if (!isDuplicateKey(error)) {
        throw error;
      }
      return { changed: 0, left: leftWith([{ path: Object.keys(set).join(','), because: 'same-value-twice' }]) };
    }
    record = await collection.findOne({ _id: record._id }, { projection: projectionOf(sealed) });
  }
  return { changed: 0, left: record ? leftWith([{ path: '*', because: 'changes-too-often' }]) : new Map() };
}

/** Brings a collection to the newest keys while others read and write it. May be stopped and begun again at any time. */
export async function resealCollection(
  needs: ResealNeeds,
  sealed: SealedCollection,
  onBatch: OnBatch = () => ({ stop: false }),
): Promise<Tally> {
  const collection = needs.connection.collection<StoredRecord>(sealed.collection);
  let tally = NOTHING;
  let after: unknown = null;
  while (true) {
    const batch: StoredRecord[] = await collection
      .find(after === null ? {} : ({ _id: { $gt: after } } as mongo.Filter<StoredRecord>), {
        projection: projectionOf(sealed),
      })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    for (const record of batch) {
      const { changed, left } = await resealStored(needs, sealed, record);
      tally = add(tally, { looked: 1, changed, left, passing: countNames(passingOf(needs.cipher, sealed, record)) });
    }
    const last = batch.at(-1);
    if (!last || onBatch(tally).stop) {
      return tally;
    }
    after = last._id;
  }
}
