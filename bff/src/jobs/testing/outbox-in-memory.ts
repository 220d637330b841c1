import type { LookForDue, SeenEntry } from '../../database/look-at-outboxes';
import type { OutboxEntry } from '../../database/outbox';
import type { LeasedEntry, OutboxStore } from '../../database/outbox-store';

export interface MemoryOwner {
  readonly id: string;
  outbox: OutboxEntry[];
  state: Record<string, unknown>;
}

const holds = (owner: MemoryOwner, where: Readonly<Record<string, unknown>> = {}): boolean =>
  Object.entries(where).every(([name, value]) => owner.state[name] === value);

/** The longest due first. */
const dueOf = (owners: readonly MemoryOwner[], at: Date): SeenEntry[] =>
  owners
    .flatMap((owner) => owner.outbox.map((entry) => ({ ownerId: owner.id, entry })))
    .filter(({ entry }) => entry.availableAt <= at)
    .sort((one, other) => one.entry.availableAt.getTime() - other.entry.availableAt.getTime());

/** What of them a look sees. */
export interface MemoryOutbox extends OutboxStore {
  seeDue(at: Date): readonly SeenEntry[];
}

/** Outboxes in memory with the same rules as those in MongoDB: who has lost a lease writes nothing. */
export function outboxInMemory(...owners: MemoryOwner[]): MemoryOutbox {
  const change = (
    { ownerId, entryId, leasedBy }: LeasedEntry,
    write: (owner: MemoryOwner, index: number) => boolean,
  ): boolean => {
    const owner = owners.find(({ id }) => id === ownerId);
    const index = owner?.outbox.findIndex((entry) => entry.id === entryId && entry.leasedBy === leasedBy) ?? -1;
    return owner !== undefined && index >= 0 && write(owner, index);
  };
  const patch = (lease: LeasedEntry, fields: Partial<OutboxEntry>): boolean =>
    change(lease, (owner, index) => {
      const entry = owner.outbox[index];
      owner.outbox = owner.outbox.map((other) => (other === entry ? { ...other, ...fields } : other));
      return true;
    });
  const take: OutboxStore['take'] = async (seen, { jobs, at, until, leasedBy, inTurn }) => {
    const owner = owners.find(({ id }) => id === seen.ownerId);
    const due = owner?.outbox.find(({ id }) => id === seen.entry.id);
    const isRunning = (entry: OutboxEntry) => jobs.includes(entry.job) && entry.leasedBy && entry.availableAt > at;
    if (!owner || due?.availableAt.getTime() !== seen.entry.availableAt.getTime()) {
      return null;
    }
    if (inTurn && owner.outbox.some(isRunning)) {
      return null;
    }
    const entry = { ...due, availableAt: until, leasedBy, tries: due.tries + 1 };
    owner.outbox = owner.outbox.map((other) => (other.id === entry.id ? entry : other));
    return { ownerId: owner.id, entry };
  };
  return {
    collection: 'in-memory',
    seeDue: (at) => dueOf(owners, at),
    take,
    async lease(request) {
      for (const seen of dueOf(owners, request.at).filter(({ entry }) => request.jobs.includes(entry.job))) {
        const leased = await take(seen, request);
        if (leased) {
          return leased;
        }
      }
      return null;
    },
    renew: async (lease, until) => patch(lease, { availableAt: until }),
    remove: async (lease) =>
      change(lease, (owner) => {
        owner.outbox = owner.outbox.filter(({ id }) => id !== lease.entryId);
        return true;
      }),
    postpone: async (lease, until, fields = {}) => patch(lease, { ...fields, availableAt: until, leasedBy: null }),
    replace: async (lease, entry, { where, set } = {}) =>
      change(lease, (owner, index) => {
        if (!holds(owner, where)) {
          return false;
        }
        owner.outbox[index] = entry;
        Object.assign(owner.state, set);
        return true;
      }),
    async push(ownerId, entry, { where, set } = {}) {
      const owner = owners.find(({ id }) => id === ownerId);
      if (!owner || !holds(owner, where) || owner.outbox.some(({ id }) => id === entry.id)) {
        return false;
      }
      owner.outbox.push(entry);
      Object.assign(owner.state, set);
      return true;
    },
    async due(at) {
      const due = owners.flatMap(({ outbox }) => outbox).filter(({ availableAt }) => availableAt <= at);
      return [...new Set(due.map(({ job }) => job))].map((job) => {
        const moments = due.filter((entry) => entry.job === job).map(({ availableAt }) => availableAt.getTime());
        return { job, waiting: moments.length, oldest: new Date(Math.min(...moments)) };
      });
    },
  };
}

/** The look of a dispatcher whose only queue it is. */
export const lookInMemory =
  (store: MemoryOutbox): LookForDue =>
  async (at) => ({ due: () => store.seeDue(at), hold: null });
