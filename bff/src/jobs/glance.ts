import type { OutboxStore } from '../database/outbox-store';

/** Names of what is due in a queue, as of the round that goes on; null when it may be anything. */
export type Glance = (store: OutboxStore) => Promise<ReadonlySet<string> | null>;

/**
 * One look at each queue for all lanes of a round, since most of them have nothing to do: a lease is asked for where it may
 * be given. What is put there after the look begins a round of its own.
 */
export function createGlances(now: () => Date): { readonly glance: Glance; newRound(): void } {
  const seen = new Map<OutboxStore, ReturnType<Glance>>();
  return {
    glance(store) {
      const look = seen.get(store) ?? store.dueNames(now());
      seen.set(store, look);
      return look;
    },
    newRound: () => seen.clear(),
  };
}
