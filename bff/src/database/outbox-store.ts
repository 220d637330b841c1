import type { Model, QueryFilter, UpdateQuery } from 'mongoose';
import type { OutboxEntry } from './outbox';

/** What of an aggregate the dispatcher needs to know. */
export interface OutboxOwner {
  readonly _id: { toHexString(): string };
  outbox: OutboxEntry[];
}

/** The outboxes of one collection. */
export interface OutboxStore {
  /** Takes one due entry until `until`; null when nothing is due. */
  lease(at: Date, until: Date): Promise<{ readonly ownerId: string; readonly entry: OutboxEntry } | null>;
  remove(ownerId: string, entryId: string): Promise<void>;
  postpone(ownerId: string, entryId: string, until: Date): Promise<void>;
}

/** Works on the array `outbox` of the aggregates in `model`. */
export function outboxStore<Owner extends OutboxOwner>(model: Model<Owner>): OutboxStore {
  type Filter = QueryFilter<Owner>;
  type Update = UpdateQuery<Owner>;
  return {
    async lease(at, until) {
      const due = { outbox: { $elemMatch: { availableAt: { $lte: at } } } };
      const update = { $set: { 'outbox.$.availableAt': until }, $inc: { 'outbox.$.tries': 1 } };
      // The document before the update shows which entry was due first, which is the one that `$` changed.
      const owner = await model
        .findOneAndUpdate(due as Filter, update as Update, { returnDocument: 'before' })
        .lean<OutboxOwner>();
      const entry = owner?.outbox.find((candidate) => candidate.availableAt <= at);
      return owner && entry ? { ownerId: owner._id.toHexString(), entry } : null;
    },
    async remove(ownerId, entryId) {
      await model.updateOne({ _id: ownerId } as Filter, { $pull: { outbox: { id: entryId } } } as Update);
    },
    async postpone(ownerId, entryId, until) {
      await model.updateOne(
        { _id: ownerId, outbox: { $elemMatch: { id: entryId } } } as Filter,
        { $set: { 'outbox.$.availableAt': until } } as Update,
      );
    },
  };
}
