import type { LookForDue, OutboxLook, SeenEntry } from '../database/look-at-outboxes';
import { type Allowance, allowanceOf } from './messages';

/** What is due in a queue as of a look; each entry is handed out once, to whichever lane asks first. */
export interface SeenDue {
  /** The one that is due longest of these jobs; null: none is left. */
  next(jobs: readonly string[]): SeenEntry | null;
}

export interface Seen {
  /** Null: more may be due than a look tells. */
  due(queue: string): SeenDue | null;
  readonly allows: Allowance;
  /** Whether the database was put back from a copy. */
  readonly isHeld: boolean;
}

/** What is due and may run, as of the round that goes on. */
export type Glance = () => Promise<Seen>;

function handingOut(entries: readonly SeenEntry[]): SeenDue {
  const left = [...entries];
  return {
    next(jobs) {
      const index = left.findIndex(({ entry }) => jobs.includes(entry.job));
      return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
    },
  };
}

function seenOf({ due, hold }: OutboxLook): Seen {
  const queues = new Map<string, SeenDue | null>();
  return {
    allows: allowanceOf(hold),
    isHeld: hold !== null,
    due(queue) {
      let seen = queues.get(queue);
      if (seen === undefined) {
        const entries = due(queue);
        seen = entries && handingOut(entries);
        queues.set(queue, seen);
      }
      return seen;
    },
  };
}

/**
 * One look for all lanes of a round, since most of them have nothing to do: a lease is asked for what was seen. What is put into an
 * outbox after the look begins a round of its own. One look at a time: rounds that are asked for meanwhile share the next.
 */
export function createGlances(look: LookForDue, now: () => Date): { readonly glance: Glance; newRound(): void } {
  let seen: Promise<Seen> | null = null;
  let hasBegun = false;
  let before: Promise<unknown> = Promise.resolve();
  const lookNow = async (): Promise<Seen> => {
    hasBegun = true;
    return seenOf(await look(now()));
  };
  return {
    glance() {
      if (!seen) {
        hasBegun = false;
        seen = before.then(lookNow);
        before = seen.catch(() => undefined);
      }
      return seen;
    },
    newRound() {
      // What has not begun will see all that is there by now.
      if (hasBegun) {
        seen = null;
      }
    },
  };
}
