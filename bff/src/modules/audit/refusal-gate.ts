import type { Act, AuditActor } from './audit-record';

/** Refusals of one caller that got no entry of their own. */
export interface WithheldRefusals {
  readonly at: Date;
  readonly actor: AuditActor;
  readonly address: string | null;
  readonly count: number;
}

/**
 * Decides which refusals get an entry of their own, so that a flood of them cannot fill the database or hold up the
 * queue. The rest is counted for each caller, and the counts are recorded when the window is over.
 * It counts in memory: asking the database would cost what it is to save, and a process that dies loses one minute's counts.
 */
export interface RefusalGate {
  admits(act: Pick<Act, 'at' | 'actor' | 'address'>): boolean;
  /** Counts this refusal without an entry of its own. */
  withhold(act: Pick<Act, 'at' | 'actor' | 'address'>): void;
  /** Counts of windows that are over at `now`, each handed out once; `everything`: also of the running one. */
  take(now: Date, everything?: boolean): readonly WithheldRefusals[];
}

export interface RefusalLimits {
  readonly windowMs: number;
  /** Entries of one caller in a window. */
  readonly perCaller: number;
  /** Entries of all callers without a valid token together: addresses are cheap. */
  readonly anonymous: number;
  /** Callers told apart in a window; the others share one count. */
  readonly callers: number;
}

export const REFUSAL_LIMITS: RefusalLimits = { windowMs: 60_000, perCaller: 30, anonymous: 600, callers: 2000 };

interface Caller {
  readonly actor: AuditActor;
  readonly address: string | null;
  admitted: number;
  withheld: number;
}

const OTHERS: AuditActor = { kind: 'anonymous', id: null, role: null };

export function createRefusalGate(limits: RefusalLimits = REFUSAL_LIMITS): RefusalGate {
  let callers = new Map<string, Caller>();
  let anonymous = 0;
  let windowStart = 0;
  let ended: WithheldRefusals[] = [];

  function endWindow(at: Date): void {
    for (const { actor, address, withheld } of callers.values()) {
      if (withheld > 0) {
        ended.push({ at, actor, address, count: withheld });
      }
    }
    callers = new Map();
    anonymous = 0;
  }

  function moveTo(at: Date): void {
    const start = Math.floor(at.getTime() / limits.windowMs) * limits.windowMs;
    if (start > windowStart) {
      endWindow(new Date(start));
      windowStart = start;
    }
  }

  function callerOf({ actor, address }: Pick<Act, 'actor' | 'address'>): Caller {
    const key = actor.id === null ? `${address}` : `${actor.kind}:${actor.id}`;
    const known = callers.get(key);
    if (known) {
      return known;
    }
    const full = callers.size >= limits.callers;
    const shared = full ? callers.get('others') : undefined;
    const caller = shared ?? { actor: full ? OTHERS : actor, address: full ? null : address, admitted: 0, withheld: 0 };
    callers.set(full ? 'others' : key, caller);
    return caller;
  }

  return {
    admits(act) {
      moveTo(act.at);
      const caller = callerOf(act);
      const isAnonymous = act.actor.id === null;
      if (caller.admitted >= limits.perCaller || (isAnonymous && anonymous >= limits.anonymous)) {
        caller.withheld += 1;
        return false;
      }
      caller.admitted += 1;
      anonymous += isAnonymous ? 1 : 0;
      return true;
    },
    withhold(act) {
      moveTo(act.at);
      callerOf(act).withheld += 1;
    },
    take(now, everything = false) {
      moveTo(now);
      if (everything) {
        endWindow(now);
      }
      const taken = ended;
      ended = [];
      return taken;
    },
  };
}
