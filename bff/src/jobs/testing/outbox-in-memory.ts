import type { LookForDue } from '../../database/look-at-outboxes';
import type { OutboxEntry } from '../../database/outbox';
import type { LeasedEntry, OutboxStore } from '../../database/outbox-store';

export interface MemoryOwner {
  readonly id: string;
  outbox: OutboxEntry[];
  state: Record<string, unknown>;
}

const holds = (owner: MemoryOwner, where: Readonly<Record<string, unknown>> = {}): boolean =>
  Object.entries(where).every(([name, value]) => owner.state[name] === value);

/** Outboxes in memory with the same rules as those in MongoDB: who has lost a lease writes nothing. */
export function outboxInMemory(...owners: MemoryOwner[]): OutboxStore {
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
  return {
    collection: 'in-memory',
    async lease(jobs, { at, until, leasedBy, inTurn }) {
      const isRunning = (entry: OutboxEntry) => jobs.includes(entry.job) && entry.leasedBy && entry.availableAt > at;
      const due = owners
        .filter((owner) => !inTurn || !owner.outbox.some(isRunning))
        .flatMap((owner) => owner.outbox.map((entry) => ({ owner, entry })))
        .filter(({ entry }) => jobs.includes(entry.job) && entry.availableAt <= at)
        .sort((one, other) => one.entry.availableAt.getTime() - other.entry.availableAt.getTime())[0];
      if (!due) {
        return null;
      }
      const entry = { ...due.entry, availableAt: until, leasedBy, tries: due.entry.tries + 1 };
      due.owner.outbox = due.owner.outbox.map((other) => (other.id === entry.id ? entry : other));
      return { ownerId: due.owner.id, entry };
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
  (store: OutboxStore): LookForDue =>
  async (at) => {
    const names = new Set((await store.due(at)).map(({ job }) => job));
    return () => names;
  };
