import type { Model, QueryFilter, Types, UpdateQuery } from 'mongoose';
import { keepTrying } from './keep-trying';
import type { OutboxEntry } from './outbox';

interface Revised {
  readonly _id: Types.ObjectId;
  readonly revision: number;
}

export interface RecordChange<Stored> {
  readonly set: Partial<Stored>;
  readonly jobs?: readonly OutboxEntry[];
}

/**
 * Changes a record by what it is: compare-and-set on its revision; who comes second looks again. `decide` answers null when
 * nothing is to be changed, or throws; `gone` throws for a record that was removed meanwhile. @throws AppError request.conflict
 */
export async function changeByRevision<Stored extends Revised>(
  model: Model<Stored>,
  found: Stored,
  decide: (record: Stored) => RecordChange<Stored> | null,
  gone: () => never,
): Promise<Stored> {
  let record = found;
  return keepTrying(async () => {
    const change = decide(record);
    if (!change) {
      return record;
    }
    const { _id, revision } = record;
    const update = {
      $set: change.set,
      $inc: { revision: 1 },
      $push: { outbox: { $each: [...(change.jobs ?? [])] } },
    } as UpdateQuery<Stored>;
    const changed = await model
      .findOneAndUpdate({ _id, revision } as QueryFilter<Stored>, update, { returnDocument: 'after' })
      .lean<Stored>();
    if (!changed) {
      record = (await model.findById(_id).lean<Stored>()) ?? gone();
    }
    return changed;
  });
}
