import type { DueNames, LookForDue } from '../database/look-at-outboxes';
import type { Allowance } from './messages';

/** What is due and may run, as of the round that goes on. */
export type Glance = () => Promise<{ readonly due: DueNames; readonly allows: Allowance }>;

/** Asks what may run at all. */
export type AskAllowance = () => Promise<Allowance>;

/**
 * One look for all lanes of a round, since most of them have nothing to do: a lease is asked for where it may be given. What is
 * put into an outbox after the look begins a round of its own.
 */
export function createGlances(
  look: LookForDue,
  askAllowance: AskAllowance,
  now: () => Date,
): { readonly glance: Glance; newRound(): void } {
  const lookNow = async () => {
    const [due, allows] = await Promise.all([look(now()), askAllowance()]);
    return { due, allows };
  };
  let seen: ReturnType<Glance> | null = null;
  return {
    glance() {
      seen ??= lookNow();
      return seen;
    },
    newRound() {
      seen = null;
    },
  };
}
