import type { Connection, mongo } from 'mongoose';
import type { MigrationRun } from './migration';

export interface BatchMove<Stored extends mongo.Document> {
  readonly collection: string;
  /** What is left to be done: a record that is done does not match any more, so that whoever comes later goes on from there. */
  readonly left: mongo.Filter<Stored>;
  /** The update of one record; it is made only where the record is still left. */
  readonly change: (record: mongo.WithId<Stored>) => mongo.UpdateFilter<Stored>;
  readonly batchSize?: number;
}

const BATCH_SIZE = 500;

type WithId = mongo.Document & { readonly _id: unknown };

/**
 * Brings old records over in batches, by their ids, while the product goes on. What comes in behind is taken in a next round.
 * @throws Error when a round changes nothing of what is left: its change does not fit its filter
 */
export async function moveInBatches<Stored extends mongo.Document>(
  connection: Connection,
  run: MigrationRun | undefined,
  { collection, left, change, batchSize = BATCH_SIZE }: BatchMove<Stored>,
): Promise<void> {
  // The driver's types of filters fit no document that is not known: the caller's have been checked.
  const records = connection.collection<WithId>(collection) as unknown as mongo.Collection<WithId>;
  const leftover = left as mongo.Filter<WithId>;
  const of = await records.countDocuments(leftover);
  let done = 0;
  const round = async (): Promise<number> => {
    let changed = 0;
    let after: unknown = null;
    for (;;) {
      const beyond = after === null ? leftover : { $and: [leftover, { _id: { $gt: after } }] };
      const batch = await records
        .find(beyond as mongo.Filter<WithId>)
        .sort({ _id: 1 })
        .limit(batchSize)
        .toArray();
      if (batch.length === 0) {
        return changed;
      }
      const updates = batch.map((record) => ({
        updateOne: {
          filter: { $and: [leftover, { _id: record._id }] } as mongo.Filter<WithId>,
          update: change(record as unknown as mongo.WithId<Stored>) as mongo.UpdateFilter<WithId>,
        },
      }));
      changed += (await records.bulkWrite(updates, { ordered: false })).modifiedCount;
      done += batch.length;
      after = batch.at(-1)?._id ?? null;
      await run?.afterBatch({ done, of: Math.max(of, done) });
    }
  };
  while ((await records.countDocuments(leftover, { limit: 1 })) > 0) {
    if ((await round()) === 0 && (await records.countDocuments(leftover, { limit: 1 })) > 0) {
      throw new Error(`records of ${collection} stay as they are: the change does not fit what is looked for`);
    }
  }
}
