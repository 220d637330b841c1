/**
 * Faults that only WeChat Pay has. Those of the common board (serving/fault-board.ts) strike beside them; README.md says
 * what each one does.
 */
export const OWN_FAULTS = [
  'unsigned-error',
  'unsigned-not-found',
  'unsigned-server-error',
  'accepted',
  'order-not-visible',
  'other-spelling',
  'openid-mismatch',
  'foreign-currency',
  'not-enough',
  'refund-closed',
  'bill-creating',
  'bill-wrong-hash',
  'bill-without',
  'bill-other-amount',
  'flow-other-fee',
  'flow-without',
] as const;

export type OwnFault = (typeof OWN_FAULTS)[number];

export interface ActiveOwnFault {
  fault: OwnFault;
  /** How many more times it strikes; null = until reset. */
  remaining: number | null;
  /** Strikes only what has this text in its path; notifications are `notification`, ends of refunds `refund <number>`, rows of bills `bill <out_trade_no>`, those of fund-flow bills `flow <out_trade_no>`. */
  onPath: string | null;
}

export interface OwnFaultBoard {
  /** Switches a fault on. `times` absent = until reset. */
  set(o: { fault: OwnFault; times?: number; onPath?: string }): void;
  /** Switches off one fault, or all of them. */
  reset(fault?: OwnFault): void;
  list(): ActiveOwnFault[];
  /** Whether the fault strikes now; counts it down when it does. */
  strikes(fault: OwnFault, path: string): boolean;
}

/** The switches of the faults that are WeChat Pay's own. */
export function createOwnFaultBoard(changed: () => void): OwnFaultBoard {
  const active = new Map<OwnFault, ActiveOwnFault>();
  return {
    set({ fault, times, onPath }) {
      if (!OWN_FAULTS.includes(fault)) throw new RangeError(`wechat-pay has no fault "${fault}"`);
      if (times !== undefined && (!Number.isInteger(times) || times < 1)) {
        throw new RangeError('times must be a whole number of at least 1');
      }
      active.set(fault, { fault, remaining: times ?? null, onPath: onPath ?? null });
      changed();
    },
    reset(fault) {
      if (fault === undefined) active.clear();
      else active.delete(fault);
      changed();
    },
    list: () => [...active.values()].map((entry) => ({ ...entry })),
    strikes(fault, path) {
      const entry = active.get(fault);
      if (!entry || (entry.onPath !== null && !path.includes(entry.onPath))) return false;
      if (entry.remaining !== null) {
        entry.remaining -= 1;
        if (entry.remaining === 0) active.delete(fault);
        changed();
      }
      return true;
    },
  };
}
