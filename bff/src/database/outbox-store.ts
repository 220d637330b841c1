import type { Model, QueryFilter, UpdateQuery } from 'mongoose';
import type { OutboxEntry } from './outbox';

/** What of an aggregate the dispatcher needs to know. */
export interface OutboxOwner {
  readonly _id: { toHexString(): string };
  outbox: OutboxEntry[];
}

/** A change of the owner's state that goes with the end of a job; it is made only where `where` holds. */
export interface OwnerChange {
  readonly where?: Readonly<Record<string, unknown>>;
  readonly set?: Readonly<Record<string, unknown>>;
}

export interface Leased {
  readonly ownerId: string;
  readonly entry: OutboxEntry;
}

/** One entry under a lease: only who holds it may write an outcome. */
export interface LeasedEntry {
  readonly ownerId: string;
  readonly entryId: string;
  readonly leasedBy: string;
}

export interface LeaseRequest {
  readonly at: Date;
  readonly until: Date;
  readonly leasedBy: string;
  /** Owners of which one of `jobs` runs already are passed over. */
  readonly inTurn: boolean;
}

/** Jobs of one name that are due and nobody runs. */
export interface DueJobs {
  readonly job: string;
  readonly waiting: number;
  /** Since when the oldest has been due. */
  readonly oldest: Date;
}

/** The outboxes of one collection. */
export interface OutboxStore {
  /** Its name in the database. */
  readonly collection: string;
  /** Takes the entry that is due longest, of one of `jobs`; null when nothing is due. */
  lease(jobs: readonly string[], lease: LeaseRequest): Promise<Leased | null>;
  /** Prolongs a lease. False when it is lost, as for all that follow. */
  renew(lease: LeasedEntry, until: Date): Promise<boolean>;
  remove(lease: LeasedEntry): Promise<boolean>;
  /** Lets the entry wait; `fields` are written into it. */
  postpone(lease: LeasedEntry, until: Date, fields?: Partial<OutboxEntry>): Promise<boolean>;
  /** Puts another job in the place of this one, and the owner into another state, in one update. */
  replace(lease: LeasedEntry, entry: OutboxEntry, change?: OwnerChange): Promise<boolean>;
  /** Puts a job into an owner where `change.where` holds and no entry of that id is there. */
  push(ownerId: string, entry: OutboxEntry, change?: OwnerChange): Promise<boolean>;
  /** What waits, to be told of: of a backlog that is too long to be read for that, only so much. */
  due(at: Date): Promise<readonly DueJobs[]>;
}

/** Owners whose outboxes are read to tell what waits. They are found by the index of `outbox.availableAt`, oldest first. */
const DUE_OWNERS_READ = 10_000;
const DUE_LIMIT_MS = 2000;

/** Holds while `leasedBy` has the lease. */
export const fenceOf = ({ entryId, leasedBy }: Omit<LeasedEntry, 'ownerId'>) => ({
  outbox: { $elemMatch: { id: entryId, leasedBy } },
});

/** Works on the array `outbox` of the aggregates in `model`. */
export function outboxStore<Owner extends OutboxOwner>(model: Model<Owner>): OutboxStore {
  type Filter = QueryFilter<Owner>;
  type Update = UpdateQuery<Owner>;
  const write = async (lease: LeasedEntry, update: object, where: object = {}): Promise<boolean> => {
    const filter = { ...where, _id: lease.ownerId, ...fenceOf(lease) };
    return (await model.updateOne(filter as Filter, update as Update)).matchedCount === 1;
  };
  return {
    collection: model.collection.collectionName,
    async lease(names, { at, until, leasedBy, inTurn }) {
      const job = { $in: [...names] };
      const isRunning = { job, availableAt: { $gt: at }, leasedBy: { $ne: null } };
      const due = {
        outbox: { $elemMatch: { job, availableAt: { $lte: at } } },
        ...(inTurn && { $nor: [{ outbox: { $elemMatch: isRunning } }] }),
      };
      const update = {
        $set: { 'outbox.$.availableAt': until, 'outbox.$.leasedBy': leasedBy },
        // A run is counted when it begins: one that kills its process is counted too.
        $inc: { 'outbox.$.tries': 1 },
      };
      const owner = await model
        .findOneAndUpdate(due as Filter, update as Update, {
          returnDocument: 'after',
          sort: { 'outbox.availableAt': 1 },
        })
        .lean<OutboxOwner>();
      const entry = owner?.outbox.find((candidate) => candidate.leasedBy === leasedBy);
      return owner && entry ? { ownerId: owner._id.toHexString(), entry } : null;
    },
    renew: (lease, until) => write(lease, { $set: { 'outbox.$.availableAt': until } }),
    remove: (lease) => write(lease, { $pull: { outbox: { id: lease.entryId } } }),
    postpone(lease, until, fields = {}) {
      const written = { ...fields, availableAt: until, leasedBy: null };
      const set = Object.entries(written).map(([name, value]) => [`outbox.$.${name}`, value]);
      return write(lease, { $set: Object.fromEntries(set) });
    },
    replace: (lease, entry, { where, set } = {}) => write(lease, { $set: { ...set, 'outbox.$': entry } }, where),
    async push(ownerId, entry, { where, set } = {}) {
      const filter = { ...where, _id: ownerId, 'outbox.id': { $ne: entry.id } };
      const update = { $push: { outbox: entry }, ...(set && { $set: set }) };
      return (await model.updateOne(filter as Filter, update as Update)).matchedCount === 1;
    },
    async due(at) {
      const isDue = { 'outbox.availableAt': { $lte: at } };
      const names = await model
        .aggregate<Omit<DueJobs, 'job'> & { _id: string }>([
          { $match: isDue },
          { $limit: DUE_OWNERS_READ },
          { $project: { 'outbox.job': 1, 'outbox.availableAt': 1 } },
          { $unwind: '$outbox' },
          { $match: isDue },
          { $group: { _id: '$outbox.job', waiting: { $sum: 1 }, oldest: { $min: '$outbox.availableAt' } } },
        ])
        .option({ maxTimeMS: DUE_LIMIT_MS });
      return names.map(({ _id, waiting, oldest }) => ({ job: _id, waiting, oldest }));
    },
  };
}
