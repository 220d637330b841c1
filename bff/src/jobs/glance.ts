import type { DueNames, LookForDue } from '../database/look-at-outboxes';

/** What is due, as of the round that goes on. */
export type Glance = () => Promise<DueNames>;

/**
 * One look for all lanes of a round, since most of them have nothing to do: a lease is asked for where it may be given. What is
 * put into an outbox after the look begins a round of its own.
 */
export function createGlances(look: LookForDue, now: () => Date): { readonly glance: Glance; newRound(): void } {
  let seen: ReturnType<Glance> | null = null;
  return {
    glance() {
      seen ??= look(now());
      return seen;
    },
    newRound() {
      seen = null;
    },
  };
}
