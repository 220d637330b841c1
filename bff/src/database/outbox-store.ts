import type { Model, QueryFilter, UpdateQuery } from 'mongoose';
import type { SeenEntry } from './look-at-outboxes';
import { longestDueFirst, type OutboxEntry } from './outbox';

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
  readonly jobs: readonly string[];
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
  /** Takes an entry that was seen due; null when it is not as it was seen. */
  take(seen: SeenEntry, lease: LeaseRequest): Promise<Leased | null>;
  /** Takes the entry that is due longest, of one of `jobs`; null when nothing is due. For a backlog that no look shows whole. */
  lease(lease: LeaseRequest): Promise<Leased | null>;
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

/** Entries that another process took between look and lease; the next round looks again. */
const MOST_RACES = 5;

/** Holds while `leasedBy` has the lease. */
export const fenceOf = ({ entryId, leasedBy }: Omit<LeasedEntry, 'ownerId'>) => ({
  outbox: { $elemMatch: { id: entryId, leasedBy } },
});

/** Works on the array `outbox` of the aggregates in `model`. */
export function outboxStore<Owner extends OutboxOwner>(model: Model<Owner>): OutboxStore {
  type Filter = QueryFilter<Owner>;
  type Update = UpdateQuery<Owner>;
  /** Of several entries the positional `$` would take whichever the engine met last: the identifier names this one. */
  const write = async (lease: LeasedEntry, update: object, where: object = {}): Promise<boolean> => {
    const filter = { ...where, _id: lease.ownerId, ...fenceOf(lease) };
    const arrayFilters = [{ 'held.id': lease.entryId }];
    return (await model.updateOne(filter as Filter, update as Update, { arrayFilters })).matchedCount === 1;
  };
  const remove = async (lease: LeasedEntry): Promise<boolean> => {
    const filter = { _id: lease.ownerId, ...fenceOf(lease) };
    const update = { $pull: { outbox: { id: lease.entryId } } };
    return (await model.updateOne(filter as Filter, update as Update)).matchedCount === 1;
  };
  /** The entry that is due longest in the owner that is looked at first; null when nothing is due. */
  const findDue = async (jobs: readonly string[], at: Date, where: object) => {
    const due = { ...where, outbox: { $elemMatch: { job: { $in: [...jobs] }, availableAt: { $lte: at } } } };
    const owner = await model
      .findOne(due as Filter, { outbox: 1 })
      .sort({ 'outbox.availableAt': 1 })
      .lean<OutboxOwner>();
    const [entry] = (owner?.outbox ?? [])
      .filter(({ job, availableAt }) => jobs.includes(job) && availableAt <= at)
      .sort(longestDueFirst);
    return owner && entry ? { ownerId: owner._id.toHexString(), entry } : null;
  };
  /** Owners of which no job of these runs, where jobs have to take turns. */
  const whereFree = ({ jobs, at, inTurn }: LeaseRequest): object => {
    const isRunning = { job: { $in: [...jobs] }, availableAt: { $gt: at }, leasedBy: { $ne: null } };
    return inTurn ? { $nor: [{ outbox: { $elemMatch: isRunning } }] } : {};
  };
  const take = async ({ ownerId, entry }: SeenEntry, request: LeaseRequest): Promise<Leased | null> => {
    const { until, leasedBy } = request;
    const { id, availableAt } = entry;
    const owner = await model
      .findOneAndUpdate(
        { ...whereFree(request), _id: ownerId, outbox: { $elemMatch: { id, availableAt } } } as Filter,
        {
          $set: { 'outbox.$[due].availableAt': until, 'outbox.$[due].leasedBy': leasedBy },
          // A run is counted when it begins: one that kills its process is counted too.
          $inc: { 'outbox.$[due].tries': 1 },
        } as Update,
        { arrayFilters: [{ 'due.id': id }], returnDocument: 'after', projection: { outbox: 1 } },
      )
      .lean<OutboxOwner>();
    const leased = owner?.outbox.find((candidate) => candidate.leasedBy === leasedBy);
    return leased ? { ownerId, entry: leased } : null;
  };
  return {
    collection: model.collection.collectionName,
    take,
    async lease(request) {
      for (let races = 0; races < MOST_RACES; races += 1) {
        const due = await findDue(request.jobs, request.at, whereFree(request));
        if (!due) {
          return null;
        }
        const leased = await take(due, request);
        if (leased) {
          return leased;
        }
      }
      return null;
    },
    renew: (lease, until) => write(lease, { $set: { 'outbox.$[held].availableAt': until } }),
    remove,
    postpone(lease, until, fields = {}) {
      const written = { ...fields, availableAt: until, leasedBy: null };
      const set = Object.entries(written).map(([name, value]) => [`outbox.$[held].${name}`, value]);
      return write(lease, { $set: Object.fromEntries(set) });
    },
    replace: (lease, entry, { where, set } = {}) => write(lease, { $set: { ...set, 'outbox.$[held]': entry } }, where),
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
          { $project: { outbox: 1 } },
          { $unwind: '$outbox' },
          { $match: isDue },
          { $group: { _id: '$outbox.job', waiting: { $sum: 1 }, oldest: { $min: '$outbox.availableAt' } } },
        ])
        .option({ maxTimeMS: DUE_LIMIT_MS });
      return names.map(({ _id, waiting, oldest }) => ({ job: _id, waiting, oldest }));
    },
  };
}
